import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokerUrl, MAIN, openInstance, TestBroker, type TestInstance } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { recordOf, topup } from '../support/engine.ts';
import { balancesOf, violations } from '../support/truth.ts';
import { until } from '../support/until.ts';

describe.skipIf(brokerUrl === null)('over a real RabbitMQ', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let instance: TestInstance;

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

  /** Waits until all that was sent is done with, and all that came of it is published. */
  async function settled(effects: number): Promise<void> {
    await until(async () => (await instance.metric('pochi_events_consumed_total')) >= effects);
    await until(async () => (await instance.metric('pochi_events_backlog_operations')) === 0);
  }

  test('a signup, a top-up and a transfer change the books and are told of', async () => {
    await broker.send(
      { routingKey: 'user.signup', body: { userId: 42 } },
      { routingKey: 'transaction.completed', body: { transactionId: 't1', type: 'topup', amount: 12.5, userId: '42' } },
      {
        routingKey: 'transaction.completed',
        body: { transactionId: 't2', type: 'transfer', amount: 2.25, senderId: 42, recipientId: 'ben' },
      },
    );
    await settled(3);
    const balances = await balancesOf(database.owner, MAIN);
    expect(balances.get('42 USD wallet')).toBe(1025n);
    expect(balances.get('ben USD wallet')).toBe(225n);
    const heard = (await broker.take(broker.heard)).map(({ fields, content }) => [
      fields.routingKey,
      JSON.parse(content.toString()),
    ]);
    expect(heard.filter(([key]) => key === 'wallet.transactionFinalized').map(([, body]) => body)).toEqual([
      { transactionId: 't1', status: 'completed' },
      { transactionId: 't2', status: 'completed' },
    ]);
    expect(heard.map(([key]) => key)).toContain('wallet.created');
    expect(await violations(database.owner, MAIN)).toEqual([]);
  });

  test('what no queue is bound for is counted; a queue that is bound gets all that is committed from then on', async () => {
    const told = () => until(async () => (await instance.metric('pochi_events_backlog_operations')) === 0);
    const unheard = () => instance.metric('pochi_events_unroutable_total');
    const topUps = async (count: number) => {
      const all = Array.from({ length: count }, () => instance.engine.submit(topup(MAIN, 'asha', 1n)));
      return (await Promise.all(all)).map((outcome) => `${recordOf(outcome).id}-0`);
    };
    await told();
    await broker.take(broker.heard);
    await broker.unbind();
    for (let round = 0; round < 5; round += 1) {
      const before = await unheard();
      await topUps(20);
      if (round % 2 === 0) await told();
      await broker.bind('wallet.funds_added');
      const owed = await topUps(20);
      await told();
      const heard = (await broker.take(broker.heard)).map(({ properties }) => properties.messageId);
      expect(heard.slice(-owed.length)).toEqual(owed);
      // Each of the top-ups has one more event, which nobody ever hears of.
      expect((await unheard()) - before).toBe(80 - heard.length);
      await broker.unbind('wallet.funds_added');
    }
    await broker.bind();
  });
});
