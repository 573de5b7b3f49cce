import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokerUrl, MAIN, openInstance, TestBroker, type TestInstance, type TestMessage } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeTraffic } from '../support/event-traffic.ts';
import { balancesOf, violations } from '../support/truth.ts';
import { until } from '../support/until.ts';

const SHUFFLES = Number(process.env.EVENT_SHUFFLES ?? 50);
const PATIENCE = 30 * 60_000;

describe.skipIf(brokerUrl === null)('over a real RabbitMQ, messages in any order', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let instance: TestInstance;
  let sent = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    broker = await TestBroker.open(brokerUrl as string);
    instance = await openInstance(database, broker);
  });
  afterAll(async () => {
    await instance.close();
    await broker.remove();
    await database.drop();
  });

  async function send(messages: readonly TestMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += 1_000) await broker.send(...messages.slice(from, from + 1_000));
    sent += messages.length;
    await until(async () => (await instance.metric('pochi_events_consumed_total')) >= sent, PATIENCE);
    await until(async () => (await instance.metric('pochi_events_backlog_operations')) === 0, PATIENCE);
  }

  /** The last status that was told of each transaction, and how often any was. */
  async function finals(): Promise<Map<string, string[]>> {
    const told = new Map<string, string[]>();
    for (const { fields, content } of await broker.take(broker.heard)) {
      if (fields.routingKey !== 'wallet.transactionFinalized') continue;
      const { transactionId, status } = JSON.parse(content.toString());
      told.set(transactionId, [...(told.get(transactionId) ?? []), status]);
    }
    return told;
  }

  test(
    'all 1,680 orders of signup, completed and failed, each sent three times, come to the same',
    async () => {
      const orders = [...permutations({ signup: 3, completed: 3, failed: 3 })];
      expect(orders.length).toBe(1680);
      const messages = orders.flatMap((order, n) => order.map((kind) => messageOf(kind, n)));
      await send(messages);

      const balances = await balancesOf(database.owner, MAIN);
      const told = await finals();
      for (const [n, order] of orders.entries()) {
        expect(balances.get(`order-${n} USD wallet`), order.join()).toBe(0n);
        expect(['failed', 'completed,failed'], order.join()).toContain(told.get(`t-${n}`)?.join());
      }
      // Whichever comes first is recorded; where that is the failure, nothing moves at all.
      const [failedFirst, completedFirst] = [orders.filter(failsFirst), orders.filter((order) => !failsFirst(order))];
      expect(failedFirst.length).toBe(completedFirst.length);
      const { rows } = await database.owner.query(
        'select operation, count(*)::int from operations group by 1 order by 1',
      );
      const counts = Object.fromEntries(rows.map(({ operation, count }) => [operation, count]));
      expect(counts.walletTopup).toBe(counts.transactionReverse);
      expect(counts.walletTopup + counts.transactionFail).toBe(orders.length);
      expect(await violations(database.owner, MAIN)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    `${SHUFFLES} random shuffles come to what the model says`,
    async () => {
      const shuffles = Array.from({ length: SHUFFLES }, (_, seed) =>
        makeTraffic({
          count: 20,
          seed,
          name: `s${seed}`,
          customers: 3,
          senders: 2,
          duplicated: 0.3,
          late: 1,
          poison: 0.05,
        }),
      );
      await send(shuffles.flatMap(({ opening }) => opening));
      await send(shuffles.flatMap(({ messages }) => messages));

      const balances = await balancesOf(database.owner, MAIN);
      const told = await finals();
      for (const { expected } of shuffles) {
        for (const [customer, balance] of expected.balances) {
          expect(balances.get(`${customer} USD wallet`), customer).toBe(balance);
        }
        for (const [id, status] of expected.transactions) expect(told.get(id)?.at(-1), id).toBe(status);
      }
      const poison = shuffles.reduce((sum, { expected }) => sum + expected.poison, 0);
      expect(await broker.waiting(broker.dead)).toBe(poison);
      expect(await violations(database.owner, MAIN)).toEqual([]);
    },
    PATIENCE,
  );
});

type Kind = 'signup' | 'completed' | 'failed';

const failsFirst = (order: readonly Kind[]): boolean => order.indexOf('failed') < order.indexOf('completed');

function messageOf(kind: Kind, n: number): TestMessage {
  const [userId, transactionId] = [`order-${n}`, `t-${n}`];
  if (kind === 'signup') return { routingKey: 'user.signup', body: { userId } };
  if (kind === 'failed') return { routingKey: 'transaction.failed', body: { transactionId, reason: 'the bank' } };
  return { routingKey: 'transaction.completed', body: { transactionId, type: 'topup', amount: 0.3, userId } };
}

/** All orders of so many of each kind. */
function* permutations(left: Readonly<Record<Kind, number>>, order: readonly Kind[] = []): Generator<readonly Kind[]> {
  if (Object.values(left).every((count) => count === 0)) yield order;
  for (const kind of Object.keys(left) as Kind[]) {
    if (left[kind] > 0) yield* permutations({ ...left, [kind]: left[kind] - 1 }, [...order, kind]);
  }
}
