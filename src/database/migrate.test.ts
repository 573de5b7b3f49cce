import { afterAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { createLog } from '../log.ts';
import { migrate } from './migrate.ts';
import { type Migration, pendingMigrations, readMigrations } from './migrations.ts';

const log = createLog('silent');
const migration = (name: string, sql: string): Migration => ({ name, sql, sha256: `hash of ${sql}` });

describe('migrations on a database', async () => {
  const database = await createTestDatabase({ migrated: false });
  afterAll(() => database.drop());

  const one = migration('0001-one', 'create table one (id int)');
  const two = migration('0002-two', 'create table two (id int);\nselect 1;\ninsert into nowhere values (1)');

  test('run once, in order, and are remembered', async () => {
    expect(await migrate(database.ownerUrl, log, [one])).toEqual(['0001-one']);
    expect(await migrate(database.ownerUrl, log, [one])).toEqual([]);
  });

  test('leave nothing behind when they fail, and say where', async () => {
    await expect(migrate(database.ownerUrl, log, [one, two])).rejects.toThrow(/0002-two, line 3, failed: .*nowhere/);
    const { rows } = await database.owner.query("select to_regclass('two') as two");
    expect(rows).toEqual([{ two: null }]);
  });

  test('are refused when one was edited after it ran', async () => {
    const edited = migration('0001-one', 'create table one (id bigint)');
    await expect(migrate(database.ownerUrl, log, [edited])).rejects.toThrow('0001-one was changed after it had run');
  });
});

test('ten instances that migrate a fresh database at once run each migration once', async () => {
  const database = await createTestDatabase({ migrated: false });
  const ran = await Promise.all(Array.from({ length: 10 }, () => migrate(database.ownerUrl, log)));
  expect(ran.flat()).toEqual((await readMigrations()).map(({ name }) => name));
  await database.drop();
});

test('two fresh databases of one server can be migrated at once', async () => {
  const databases = await Promise.all([1, 2, 3].map(() => createTestDatabase({ migrated: false })));
  await Promise.all(databases.map(({ ownerUrl }) => migrate(ownerUrl, log)));
  await Promise.all(databases.map((database) => database.drop()));
});

test('a database that a newer version migrated is refused', () => {
  const applied = [
    { name: '0001-one', sha256: 'hash of 1' },
    { name: '0002-two', sha256: 'hash of 2' },
  ];
  expect(() => pendingMigrations([migration('0001-one', '1')], applied)).toThrow('a newer Pochi was here');
});

test('a migration numbered before one that has run is refused', () => {
  const all = [migration('0001-one', '1'), migration('0002-late', 'late'), migration('0003-three', '3')];
  const applied = [
    { name: '0001-one', sha256: 'hash of 1' },
    { name: '0003-three', sha256: 'hash of 3' },
  ];
  expect(() => pendingMigrations(all, applied)).toThrow('migration 0002-late comes before 0003-three');
});
