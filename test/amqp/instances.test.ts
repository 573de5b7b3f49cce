import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlace } from '../../src/faces/events/present.ts';
import { BEGINNING, operationsFrom } from '../../src/queries/feed.ts';
import { type EventPlace, eventsOf } from '../../src/wallet/events.ts';
import { brokerUrl, MAIN, openInstance, TestBroker, type TestInstance } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { topup } from '../support/engine.ts';
import { until } from '../support/until.ts';

const INSTANCES = 3;
const CUSTOMERS = 20;
const OPERATIONS = 1_500;

describe.skipIf(brokerUrl === null)('over a real RabbitMQ, several instances on one database', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let instances: TestInstance[];

  beforeAll(async () => {
    database = await createTestDatabase();
    broker = await TestBroker.open(brokerUrl as string);
    instances = await Promise.all(
      Array.from({ length: INSTANCES }, () => openInstance(database, broker, { settings: { page: 20 } })),
    );
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.close()));
    await broker.remove();
    await database.drop();
  });

  const commit = (operations: number) =>
    Promise.all(
      Array.from({ length: operations }, (_, n) =>
        instances[n % INSTANCES]?.engine.submit(topup(MAIN, `c${n % CUSTOMERS}`, 1n)),
      ),
    );
  const allIsTold = () => until(async () => (await instances[0]?.metric('pochi_events_backlog_operations')) === 0);

  test('tell of everything that any of them commits, each customer in order', async () => {
    await commit(OPERATIONS);
    await allIsTold();
    // Where every one of them has lost its lanes to another one meanwhile, some events came twice.
    const seen = new Set<string>();
    const last = new Map<string, EventPlace>();
    for (const { properties } of await broker.take(broker.heard)) {
      if (seen.has(properties.messageId)) continue;
      seen.add(properties.messageId);
      const { customer, place } = properties.headers as { customer: string; place: string };
      const at = readPlace(place) as EventPlace;
      const before = last.get(customer);
      if (before) expect([customer, compare(before, at)]).toEqual([customer, -1]);
      last.set(customer, at);
    }
    const { records } = await operationsFrom(database.app, MAIN, BEGINNING, 100_000);
    const all = records.flatMap((record) => eventsOf(MAIN, record));
    expect(all.length).toBeGreaterThan(OPERATIONS);
    expect(seen).toEqual(new Set(all.map(({ id }) => id)));
  });

  test('share the work', async () => {
    // Who comes first takes every lane that is free and behind: another one gets its turn when these are let go, not at once.
    await until(async () => {
      await commit(CUSTOMERS);
      const shares = await Promise.all(instances.map((instance) => instance.metric('pochi_events_published_total')));
      return shares.filter((share) => share > 0).length > 1;
    });
    await allIsTold();
    await broker.take(broker.heard);
  });

  test('go on where one of them has stopped', async () => {
    await instances.pop()?.close();
    await broker.send({
      routingKey: 'transaction.completed',
      body: { transactionId: 'after', type: 'topup', amount: 1, userId: 'c1' },
    });
    const keys: string[] = [];
    await until(async () => {
      keys.push(...(await broker.take(broker.heard)).map(({ fields }) => fields.routingKey));
      return keys.includes('wallet.transactionFinalized');
    });
  });
});

function compare(a: EventPlace, b: EventPlace): number {
  if (a.height !== b.height) return a.height < b.height ? -1 : 1;
  return Math.sign(a.index - b.index) || Math.sign(a.n - b.n);
}
