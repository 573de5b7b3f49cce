import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokerUrl, type InstanceOptions, MAIN, openInstance, TestBroker, type TestInstance } from '../support/amqp.ts';
import { AckCuts } from '../support/broker-faults.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Link, passAll, TcpProxy } from '../support/proxy.ts';
import { balancesOf, violations } from '../support/truth.ts';
import { until } from '../support/until.ts';

const CUTS = Number(process.env.EVENT_CUTS ?? 15);
/** A cut costs the time of a reconnection or two; whatever takes far longer is stuck, and shall fail and say where. */
const STEP = 30_000;
const ALL = CUTS * STEP;

describe.skipIf(brokerUrl === null)('over a real RabbitMQ, a connection that is cut', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let brokerProxy: TcpProxy;
  let databaseProxy: TcpProxy;
  let instance: TestInstance;
  let sent = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    broker = await TestBroker.open(brokerUrl as string);
    brokerProxy = await TcpProxy.before(brokerUrl as string);
    databaseProxy = await TcpProxy.before(database.appUrl);
    instance = await open();
  });
  afterAll(async () => {
    await instance.close();
    await Promise.all([brokerProxy.stop(), databaseProxy.stop()]);
    await broker.remove();
    await database.drop();
  });

  const open = (options: InstanceOptions = {}, query = ''): Promise<TestInstance> =>
    openInstance(database, broker, {
      url: brokerProxy.through(`${brokerUrl}${query}`),
      databaseUrl: databaseProxy.through(database.appUrl),
      ...options,
    });

  async function topUp(): Promise<void> {
    sent += 1;
    const body = { transactionId: `t-${sent}`, type: 'topup', amount: 1, userId: 'asha' };
    await broker.send({ routingKey: 'transaction.completed', body });
  }

  /** One effect each, and every event told, under one id however often. */
  async function checkOnce(before: number): Promise<void> {
    const told = new Map<string, Set<string>>();
    const wanted = sent - before;
    await until(async () => {
      for (const { fields, properties, content } of await broker.take(broker.heard)) {
        if (fields.routingKey !== 'wallet.transactionFinalized') continue;
        const { transactionId, status } = JSON.parse(content.toString());
        // What was cut before may be told once more now.
        if (Number(transactionId.slice(2)) <= before) continue;
        expect(status).toBe('completed');
        told.set(transactionId, (told.get(transactionId) ?? new Set()).add(properties.messageId));
      }
      return told.size >= wanted;
    }, STEP);
    expect([...told.values()].filter((ids) => ids.size !== 1)).toEqual([]);
    expect(new Set([...told.values()].flatMap((ids) => [...ids])).size).toBe(wanted);
    await until(async () => (await broker.waiting(broker.queue)) === 0);
    expect((await balancesOf(database.owner, MAIN)).get('asha USD wallet')).toBe(BigInt(sent) * 100n);
    expect(await violations(database.owner, MAIN)).toEqual([]);
    expect(await broker.waiting(broker.dead)).toBe(0);
  }

  test(
    `between COMMIT and acknowledgement, ${CUTS} times: one effect each`,
    async () => {
      const before = sent;
      const cuts = new AckCuts('request', CUTS);
      brokerProxy.rule = cuts.rule;
      while (cuts.left > 0) {
        const { seen } = cuts;
        await topUp();
        await until(() => cuts.seen > seen, STEP);
      }
      brokerProxy.rule = passAll;
      await checkOnce(before);
      expect(cuts.met).toBe(CUTS);
    },
    ALL,
  );

  test(
    `between publish and confirm, ${CUTS} times: told at least once, under one id`,
    async () => {
      const before = sent;
      const cuts = new AckCuts('answer', CUTS);
      brokerProxy.rule = cuts.rule;
      while (cuts.left > 0) {
        const { seen } = cuts;
        await topUp();
        await until(() => cuts.seen > seen, STEP);
      }
      brokerProxy.rule = passAll;
      await checkOnce(before);
      expect(cuts.met).toBe(CUTS);
    },
    ALL,
  );

  test('to a broker that is gone for a while: the books go on, and what was committed is told afterwards', async () => {
    const before = sent;
    brokerProxy.refusing = true;
    brokerProxy.endAll();
    for (let n = 0; n < 5; n += 1) await topUp();
    await until(async () => (await instance.metric('pochi_broker_connected')) === 0);
    brokerProxy.refusing = false;
    await checkOnce(before);
  });

  test('that says nothing any more is given up: what it was not asked in vain for is told over a new one', async () => {
    await instance.close();
    instance = await open({ settings: { confirmTimeout: 1_000 } }, '?heartbeat=1');
    await topUp();
    await checkOnce(sent - 1);
    const before = sent;
    const silent = new Set<Link>();
    let silencing = true;
    brokerProxy.rule = ({ link, direction }) => {
      if (silencing) silent.add(link);
      return direction === 'answer' && silent.has(link) ? 'swallow' : 'pass';
    };
    // Of each of the two connections something was heard, or nothing will be: a heartbeat at least.
    await until(() => silent.size === 2, STEP);
    silencing = false;
    await topUp();
    await checkOnce(before);
  });

  test('that says nothing any more does not keep the service from stopping', async () => {
    brokerProxy.rule = ({ direction }) => (direction === 'answer' ? 'swallow' : 'pass');
    const started = performance.now();
    await instance.close();
    expect(performance.now() - started).toBeLessThan(15_000);
    brokerProxy.rule = passAll;
  });

  test('to a database that is gone for a while: messages wait, and none of them is counted as lost', async () => {
    instance = await open({ settings: { hold: 300 }, engine: { timeout: 500 } });
    const before = sent;
    databaseProxy.refusing = true;
    databaseProxy.endAll();
    for (let n = 0; n < 5; n += 1) await topUp();
    // Longer than messages are held: they go back to the queue, and nobody takes them while the database is away.
    await until(async () => (await broker.waiting(broker.queue)) === 5);
    databaseProxy.refusing = false;
    await checkOnce(before);
  });
});
