/** Tables that are read by a connection that brings its messages one by one. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinText, readRows } from '../../src/backup/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { TcpProxy } from '../support/proxy.ts';

/** The end of the text, and the first letter of the message that tells how many rows it had. */
const END_OF_TEXT = Buffer.from('c\0\0\0\x04C');

let database: TestDatabase;
let proxy: TcpProxy;

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  proxy = await TcpProxy.before(database.ownerUrl);
});
afterAll(async () => {
  await proxy.stop();
  await database.drop();
});

test('rows are counted before PostgreSQL has told how many there were', async () => {
  await database.owner.query(`create table notes (id int primary key, note text)`);
  await database.owner.query(`insert into notes values (1, 'plain'), (2, E'two\\nlines'), (3, null), (4, '')`);
  const told = Promise.withResolvers<void>();
  let split = false;
  proxy.rule = async ({ direction, bytes, link }) => {
    const at = direction === 'answer' ? bytes.indexOf(END_OF_TEXT) : -1;
    if (at < 0) return 'pass';
    split = true;
    const end = at + END_OF_TEXT.length - 1;
    link.client.write(bytes.subarray(0, end));
    await told.promise;
    link.client.write(bytes.subarray(end));
    return 'swallow';
  };
  const client = new pg.Client({ connectionString: proxy.through(database.ownerUrl) });
  await client.connect();
  await client.query('begin');
  await pinText(client);
  const digest = await readRows(client, { name: 'notes', columns: ['id', 'note'], key: ['id'] });
  told.resolve();
  const text = '1\tplain\n2\ttwo\\nlines\n3\t\\N\n4\t\n';
  expect(digest).toEqual({ rows: 4, sha256: createHash('sha256').update(text).digest('hex') });
  expect(split).toBe(true);
  const { rows } = await client.query<{ count: bigint }>('select count(*) from notes');
  expect(Number(rows[0]?.count)).toBe(4);
  await client.end();
});
