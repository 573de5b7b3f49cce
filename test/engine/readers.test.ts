/** Readers that hold every connection there is for them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createLog } from '../../src/log.ts';
import { openRooms } from '../../src/service.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { recordOf, topup } from '../support/engine.ts';

let database: TestDatabase;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'pochi-readers-'));
});
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

test('keep no money waiting: what the engine reads and commits goes by connections of its own', async () => {
  const log = createLog('silent');
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_DURABILITY: 'trusted',
    DATABASE_POOL: '3',
    DATA_DIR: directory,
    JWT_SECRET: 'a secret of at least thirty-two bytes',
    INTEGRITY_EVERY: '0',
  });
  const opened = await openDatabase(config, log);
  const { rooms, close } = await openRooms(config, log, opened);
  const held = await rooms.reads.connect();
  const waiting = rooms.reads.query('select 1');
  const record = recordOf(await rooms.engine.submit(topup(1n, 'somebody new', 100n)));
  expect(record.operation).toBe('walletTopup');
  expect(rooms.reads.waitingCount).toBe(1);
  held.release();
  await waiting;
  await close();
  await opened.close();
});
