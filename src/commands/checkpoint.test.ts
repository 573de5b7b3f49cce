import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tamper } from '../../test/support/corruptions.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openEngine, type TestEngine, topup } from '../../test/support/engine.ts';
import { type Ran, runCommand } from '../../test/support/run-command.ts';
import { checkpointCommand } from './checkpoint.ts';
import type { MakeCommand } from './command.ts';
import { verifyCommand } from './verify.ts';

const MAIN = 1n;

let database: TestDatabase;
let instance: TestEngine;
let directory: string;
let file: string;

beforeAll(async () => {
  database = await createTestDatabase();
  instance = await openEngine(database.appUrl);
  directory = await mkdtemp(join(tmpdir(), 'pochi-checkpoint-'));
  file = join(directory, 'kept');
  await instance.engine.submit(topup(MAIN, 'alice', 5n));
});
afterAll(async () => {
  await instance.close();
  await rm(directory, { recursive: true });
  await database.drop();
});

const run = (make: MakeCommand, ...args: string[]): Promise<Ran> =>
  runCommand(make, { DATABASE_URL: database.ownerUrl, DATA_DIR: directory }, args);

const verifyAgainst = (...args: string[]) => run(verifyCommand, '--against', file, ...args);

test('what is exported is kept one behind the other, and the books hold against it while they grow', async () => {
  await run(checkpointCommand, 'export', '--out', file);
  await instance.engine.submit(topup(MAIN, 'alice', 5n));
  await run(checkpointCommand, 'export', '--out', file);
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect([lines[0], lines[1], lines[5], lines[6]]).toEqual(['pochi/main', '1', 'pochi/main', '2']);
  const { out, code } = await verifyAgainst();
  expect([out.includes('The books are sound.'), code]).toEqual([true, 0]);
  expect(out).toMatch(/external-checkpoints-hold +sound/);
});

test('after the key was changed, what the old one signed still counts', async () => {
  const key = async () => (await run(checkpointCommand, 'key')).out;
  const old = await key();
  await run(checkpointCommand, 'rotate-key');
  const young = await key();
  expect(young).not.toBe(old);
  await instance.engine.submit(topup(MAIN, 'alice', 5n));
  await run(checkpointCommand, 'export', '--out', file);
  expect((await verifyAgainst()).code).toBe(0);
  // One that trusts only the young one takes the others for a stranger's.
  const strict = await verifyAgainst('--key', young);
  expect(strict.out).toContain('cannot be trusted: no key that is known has signed the checkpoint');
  expect(strict.code).toBe(2);
});

test('a file in which a letter was changed is not trusted', async () => {
  const kept = await readFile(file, 'utf8');
  await writeFile(file, kept.replace('\n2\n', '\n3\n'));
  const { out, code } = await verifyAgainst();
  expect([out.includes('the signature is not that of the checkpoint'), code]).toEqual([true, 2]);
  await writeFile(file, 'nothing');
  expect((await verifyAgainst()).out).toContain('there is no checkpoint in');
  await writeFile(file, kept);
});

test('history that is not what was kept ends with exit code 1, and is named', async () => {
  await tamper(database.owner, 'update blocks set hash = sha256(hash) where ledger_id = $1 and height = 2', MAIN);
  const { out, code } = await verifyAgainst();
  expect(out).toContain(
    'external checkpoint at block 2 history was rewritten: the blocks 2 to 2 are not those that were signed',
  );
  expect(code).toBe(1);
  await expect(run(checkpointCommand, 'export')).rejects.toThrow('does not begin any more');
});
