import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createLog } from '../../src/log.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe('a PostgreSQL that may forget what it has confirmed', () => {
  let database: TestDatabase;
  const open = (durability: string) =>
    openDatabase(readConfig({ DATABASE_URL: database.ownerUrl, DATABASE_DURABILITY: durability }), createLog('silent'));

  beforeAll(async () => {
    database = await createTestDatabase();
    const { rows } = await database.owner.query<{ name: string }>('select current_database() as name');
    await database.owner.query(`alter database ${rows[0]?.name} set synchronous_commit = off`);
  });
  afterAll(() => database.drop());

  test('is refused at the start, in one line that names the setting', async () => {
    await expect(open('required')).rejects.toThrow(
      /^PostgreSQL runs with synchronous_commit off and may lose money it has confirmed: see DATABASE_DURABILITY$/,
    );
  });

  test('is taken where whoever runs it says that it is safe by other means', async () => {
    const opened = await open('trusted');
    await opened.close();
  });
});
