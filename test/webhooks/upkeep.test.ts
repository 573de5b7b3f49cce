import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clean } from '../../src/faces/webhooks/upkeep.ts';
import { addDeliveries } from '../../src/queries/webhook-deliveries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addListener } from './listener.ts';

const MAIN = 1n;
const DAY_MS = 86_400_000;

let database: TestDatabase;
let webhookId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await addListener(database, MAIN, 'https://hooks.example.com/', ['wallet.funds_added']);
  webhookId = (await database.owner.query('select id from webhooks')).rows[0].id;
});
afterAll(() => database.drop());

/** A delivery as it was made so many days ago. */
async function deliveryOf(days: number): Promise<string> {
  const time = new Date(Date.now() - days * DAY_MS);
  const id = v7({ msecs: time.getTime() });
  const event = { eventId: id, eventType: 'wallet.funds_added', place: { height: 1n, index: 0, n: 0 } };
  await addDeliveries(database.app, MAIN, [{ id, webhookId, ...event, now: true }]);
  await database.owner.query('update webhook_deliveries set created_at = $2, next_attempt_at = $2 where id = $1', [
    id,
    time,
  ]);
  return id;
}

test('deliveries that are too old are forgotten, and those that lost their job get another one', async () => {
  const [old, stranded, young] = [await deliveryOf(31), await deliveryOf(29), await deliveryOf(0)];
  await clean(database.app, 30);
  const { rows: kept } = await database.owner.query('select id from webhook_deliveries order by id');
  expect(kept.map(({ id }) => id)).toEqual([stranded, young]);
  expect(kept.map(({ id }) => id)).not.toContain(old);
  const jobs = 'select key from graphile_worker.jobs order by key';
  const { rows } = await database.owner.query(jobs);
  expect(rows.map(({ key }) => key)).toEqual([`webhook/${stranded}`, 'webhookClean']);
  // Doing it again adds nothing: there is one job for each, and one next time.
  await clean(database.app, 30);
  expect((await database.owner.query(jobs)).rows).toEqual(rows);
});
