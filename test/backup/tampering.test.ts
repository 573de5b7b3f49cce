/** Backups that are not as they were written, and databases that are not empty. */
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Archive } from '../../src/backup/open-archive.ts';
import { backupCommand } from '../../src/commands/backup.ts';
import { restoreCommand } from '../../src/commands/restore.ts';
import { keptSecret } from '../../src/data-dir.ts';
import { migrate } from '../../src/database/migrate.ts';
import { readMigrations } from '../../src/database/migrations.ts';
import { createLog } from '../../src/log.ts';
import { writeBooks } from '../support/corruptions.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openEngine } from '../support/engine.ts';
import { filesIn, forge, manifestOf, run } from './support.ts';

let source: TestDatabase;
let target: TestDatabase;
let directory: string;
let file: string;

beforeAll(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase({ migrated: false });
  directory = await mkdtemp(join(tmpdir(), 'pochi-tampering-'));
  file = join(directory, 'books.tar');
  const instance = await openEngine(source.appUrl);
  await writeBooks(source.owner, instance.engine);
  await instance.close();
  await run(backupCommand, source.ownerUrl, directory, '--out', file);
});
afterAll(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(directory, { recursive: true });
});

const refusal = (path: string): Promise<string> =>
  Archive.open(path).then(
    async (archive) => {
      await archive.close();
      return 'taken';
    },
    (error: Error) => error.message,
  );

const restoreFrom = (path: string, ...args: string[]) =>
  run(restoreCommand, target.ownerUrl, directory, '--from', path, ...args);

async function tablesOf({ owner }: TestDatabase): Promise<number> {
  const { rows } = await owner.query<{ count: bigint }>(
    `select count(*) from pg_class where relnamespace = 'public'::regnamespace or relname = 'jobs'`,
  );
  return Number(rows[0]?.count);
}

test('a backup with one bit flipped, wherever it is, is refused', async () => {
  const copy = join(directory, 'flipped.tar');
  const bytes = await readFile(file);
  await writeFile(copy, bytes);
  // Every byte of the ends, where the headers, the manifest's place and the seal are, and as many in between.
  const edge = 3_000;
  const stride = Math.ceil((bytes.length - 2 * edge) / edge);
  const places = [...bytes.keys()].filter((at) => at < edge || at >= bytes.length - edge || at % stride === 0);
  const handle = await open(copy, 'r+');
  const taken: number[] = [];
  for (const at of places) {
    const right = bytes[at] as number;
    await handle.write(Buffer.from([right ^ (1 << (at % 8))]), 0, 1, at);
    if ((await refusal(copy)) === 'taken') taken.push(at);
    await handle.write(Buffer.from([right]), 0, 1, at);
  }
  await handle.close();
  expect(taken).toEqual([]);
  expect(places.length).toBeGreaterThan(6_000);
  expect(await refusal(copy)).toBe('taken');
}, 120_000);

test('a backup that was cut off, or has something behind it, is refused', async () => {
  const copy = join(directory, 'cut.tar');
  const bytes = await readFile(file);
  for (const length of [0, 1, 512, 2_048, 3_072, bytes.length >> 1, bytes.length - 512, bytes.length - 1]) {
    await writeFile(copy, bytes);
    await truncate(copy, length);
    expect(await refusal(copy)).toContain('is not a whole backup');
  }
  await writeFile(copy, Buffer.concat([bytes, Buffer.alloc(512)]));
  expect(await refusal(copy)).toContain('is not a whole backup');
});

test('what is refused touches no database, and --check says so without one', async () => {
  const copy = join(directory, 'bad.tar');
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  await writeFile(copy, bytes);
  expect(await restoreFrom(copy)).toMatchObject({
    code: 2,
    out: `pochi: ${copy} is not a whole backup: it is not what its SHA-256 was taken of`,
  });
  expect(await tablesOf(target)).toBe(0);
  expect((await restoreFrom(copy, '--check')).code).toBe(2);
  expect(await restoreFrom(file, '--check')).toMatchObject({ code: 0, out: expect.stringMatching(/^taken at /) });
  expect(await tablesOf(target)).toBe(0);
});

test('somebody who renews every hash of the file is found out by the books', async () => {
  const forged = join(directory, 'forged.tar');
  // The first entry of the first account: its amount, and the balance after it.
  await forge(file, forged, 'entries', (text) => text.replace(/\t1000\t0\t1000\t/, '\t2000\t0\t2000\t'));
  const { code, out } = await restoreFrom(forged);
  expect([code, out.includes('The books are NOT sound')]).toEqual([1, true]);
  await target.drop();
  target = await createTestDatabase({ migrated: false });
});

test('rows that do not read as they were written leave the database empty', async () => {
  const forged = join(directory, 'short.tar');
  // What stands behind the end mark of COPY is passed over without a word.
  await forge(file, forged, 'entries', (text) => text.replace('\n', '\n\\.\n'));
  const { code, out } = await restoreFrom(forged);
  expect(code).toBe(2);
  expect(out).toMatch(/the rows of entries do not read as they did|end-of-copy marker/);
  expect(await tablesOf(target)).toBe(0);
});

test('a database with anything in it is refused, and stays as it is', async () => {
  const { rows: before } = await source.owner.query('select count(*) from operations');
  const { code, out } = await run(restoreCommand, source.ownerUrl, directory, '--from', file);
  expect([code, out.includes('into an empty database only')]).toEqual([2, true]);
  expect((await source.owner.query('select count(*) from operations')).rows).toEqual(before);
});

test('the file is for its owner alone, none is written over, and a backup that fails leaves nothing', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const before = await filesIn(directory);
  await expect(run(backupCommand, source.ownerUrl, directory, '--out', file)).rejects.toThrow('is there already');
  const out = join(directory, 'nothing.tar');
  await expect(run(backupCommand, target.ownerUrl, directory, '--out', out)).rejects.toThrow('there are no books');
  expect(await filesIn(directory)).toEqual(before);
});

test('in a directory a backup gets a name that tells its time', async () => {
  const folder = await mkdtemp(join(directory, 'folder-'));
  await run(backupCommand, source.ownerUrl, directory, '--out', folder);
  expect(await filesIn(folder)).toEqual([expect.stringMatching(/^pochi-\d{8}T\d{6}Z\.tar$/)]);
});

test('keys come along only where they are asked for, and take the place of no others', async () => {
  const dataDir = join(directory, 'data');
  const secret = await keptSecret(dataDir, 'jwt.secret');
  await keptSecret(dataDir, 'postgres-owner.password');
  const withKeys = join(directory, 'keys.tar');
  await run(backupCommand, source.ownerUrl, dataDir, '--out', withKeys, '--with-keys');
  expect((await manifestOf(file)).keys).toEqual([]);
  expect((await manifestOf(withKeys)).keys.map(({ name }) => name)).toEqual(['jwt.secret']);

  const other = join(directory, 'other-data');
  await keptSecret(other, 'jwt.secret');
  const refused = await run(restoreCommand, target.ownerUrl, other, '--from', withKeys);
  expect(refused).toMatchObject({ code: 2, out: expect.stringContaining('there is another jwt.secret') });
  expect(await tablesOf(target)).toBe(0);

  const empty = join(directory, 'empty-data');
  const restored = await run(restoreCommand, target.ownerUrl, empty, '--from', withKeys);
  expect(restored.code).toBe(0);
  expect(await keptSecret(empty, 'jwt.secret')).toBe(secret);
});

test('a backup of an older version is restored and then migrated; one of a newer version is refused', async () => {
  const older = await createTestDatabase({ migrated: false });
  const all = await readMigrations();
  await migrate(older.ownerUrl, createLog('silent'), all.slice(0, -1));
  const backup = join(directory, 'older.tar');
  await run(backupCommand, older.ownerUrl, directory, '--out', backup);
  const { rows: untouched } = await older.owner.query('select name from pochi_migrations');
  expect(untouched).toHaveLength(all.length - 1);

  const fresh = await createTestDatabase({ migrated: false });
  expect((await run(restoreCommand, fresh.ownerUrl, directory, '--from', backup)).code).toBe(0);
  const { rows } = await fresh.owner.query('select name from pochi_migrations');
  expect(rows).toHaveLength(all.length);

  await fresh.owner.query("insert into pochi_migrations (name, sha256) values ('9999-future', 'x')");
  const newer = join(directory, 'newer.tar');
  await run(backupCommand, fresh.ownerUrl, directory, '--out', newer);
  const last = await createTestDatabase({ migrated: false });
  const { code, out } = await run(restoreCommand, last.ownerUrl, directory, '--from', newer);
  expect([code, out.includes('the backup has migration 9999-future')]).toEqual([2, true]);
  expect(await tablesOf(last)).toBe(0);
  await Promise.all([older.drop(), fresh.drop(), last.drop()]);
});
