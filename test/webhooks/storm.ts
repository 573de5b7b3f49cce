/**
 * Events while everything fails now and then: the receiver answers one time in five with an error, not at all, or with a
 * reset; instances stop and others take their place; some operations are refused, and some transactions rolled back.
 */
import { randomInt } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import { walletTopup } from '../../src/wallet/credit.ts';
import type { TestDatabase } from '../support/database.ts';
import { recordOf, reference, spend, submission } from '../support/engine.ts';
import { until } from '../support/until.ts';
import { type Deliverer, openDeliverer, type Reaction, Receiver } from '../support/webhooks.ts';
import { addListener } from './listener.ts';

const MAIN = 1n;
const TYPE = 'wallet.funds_added';
const FAILURES = 0.2;
/** An error, no answer at all, and a connection that breaks off. */
const WAYS_TO_FAIL: readonly Reaction[] = [503, () => {}, (response) => response.socket?.resetAndDestroy()];
const CUSTOMERS = 20;
const AT_A_TIME = 50;

export interface StormFigures {
  readonly events: number;
  readonly messages: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Throws where an event is lost, is there twice for who looks at ids, or was told before it was committed. */
export async function webhookStorm(database: TestDatabase, { events }: { events: number }): Promise<StormFigures> {
  const receiver = await Receiver.open();
  const secret = await addListener(database, MAIN, receiver.url, [TYPE]);
  const handled = new Map<string, string>();
  const early: string[] = [];
  let failed = 0;

  receiver.react = async (message) => {
    const payload = new Webhook(secret).verify(message.body, message.headers as Record<string, string>) as {
      data: { transactionId: string };
    };
    const { transactionId } = payload.data;
    const { rows } = await database.app.query('select from operations where ledger_id = $1 and id = $2', [
      MAIN,
      transactionId,
    ]);
    if (rows.length === 0) early.push(transactionId);
    const fails = Math.random() < FAILURES;
    if (fails) failed += 1;
    // Half of those that fail were handled, and nobody hears of it: they come again.
    if (!fails || Math.random() < 0.5) handled.set(message.id, transactionId);
    return fails ? (WAYS_TO_FAIL[randomInt(WAYS_TO_FAIL.length)] ?? 503) : 204;
  };

  const began = performance.now();
  const instances = await Promise.all([open(database), open(database)]);
  const recorded = new Set<string>();
  let made = 0;
  let restarting: Promise<void> = Promise.resolve();
  const engineFor = (n: number) => (instances[n % instances.length] as Deliverer).engine;
  const writer = async () => {
    for (let n = made++; n < events; n = made++) {
      const customer = `customer-${n % CUSTOMERS}`;
      const input = { customer, asset: 'USD', amount: 100n, method: 'stripe', data: {} };
      const sent = submission(MAIN, walletTopup, input, reference(`storm-${n}`));
      recorded.add(recordOf(await engineFor(n).submit(sent)).id);
      // What is refused tells nobody anything.
      if (n % 10 === 0) expect((await engineFor(n).submit(spend(MAIN, customer, 10n ** 11n))).ok).toBe(false);
      // One instance ends while there is much to do, and another begins.
      if (n === Math.floor(events / 2)) restarting = replace(instances, database);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, writer));
  await restarting;
  await until(() => handled.size >= events, 30_000 + events * 60);
  await until(async () => (await unfinished(database)) === 0, 30_000 + events * 60);
  const seconds = (performance.now() - began) / 1000;

  expect(early).toEqual([]);
  expect(new Set(handled.values())).toEqual(recorded);
  expect(handled.size).toBe(events);
  const { rows } = await database.owner.query(
    `select count(*)::int as deliveries, count(distinct event_id)::int as events, count(*) filter (where state = 'delivered')::int as delivered
       from webhook_deliveries`,
  );
  expect(rows[0]).toEqual({ deliveries: events, events, delivered: events });
  await Promise.all(instances.map((instance) => instance.close()));
  await receiver.close();
  return { events, messages: receiver.received.length, failed, seconds };
}

const open = (database: TestDatabase): Promise<Deliverer> =>
  openDeliverer(database.appUrl, { env: { WEBHOOK_RETRIES: Array(30).fill(0).join() }, timeoutMs: 300 });

/** Stops the last instance and starts another one in its place: whoever writes by it now goes on with the new one. */
async function replace(instances: Deliverer[], database: TestDatabase): Promise<void> {
  const next = await open(database);
  const last = instances.pop();
  instances.push(next);
  await last?.close();
}

async function unfinished(database: TestDatabase): Promise<number> {
  const { rows } = await database.owner.query(
    "select count(*)::int as unfinished from webhook_deliveries where state <> 'delivered'",
  );
  return rows[0].unfinished;
}
