import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { walletTopup } from '../../src/wallet/credit.ts';
import { brokerUrl, MAIN, openInstance, TestBroker, type TestInstance } from '../support/amqp.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { submission } from '../support/engine.ts';
import { balancesOf } from '../support/truth.ts';
import { until } from '../support/until.ts';

const topup = { transactionId: 't', type: 'topup', amount: 1, userId: 'asha' };

/** Messages that can't be carried out, and what is said of each. */
const POISON: readonly (readonly [string, string, unknown, string])[] = [
  ['no JSON', 'transaction.completed', 'hello', 'this is not JSON'],
  ['an array', 'user.signup', [], 'the message must be'],
  ['a missing user', 'user.signup', {}, 'userId is missing'],
  ['a user that is no id', 'user.signup', { userId: 'a b' }, 'userId must be'],
  ['a key twice', 'user.signup', '{"userId":"a","userId":"b"}', 'this key is there twice'],
  ['an unknown type', 'transaction.completed', { ...topup, type: 'gift' }, 'type must be "topup" or "transfer"'],
  ['an amount as a text', 'transaction.completed', { ...topup, amount: '1' }, 'amount must be a number, not a text'],
  ['an amount of nothing', 'transaction.completed', { ...topup, amount: 0 }, 'amount must be greater than 0'],
  ['a negative amount', 'transaction.completed', { ...topup, amount: -1 }, 'amount must be greater than 0'],
  ['a tenth of a cent', 'transaction.completed', { ...topup, amount: 0.001 }, 'amount has more decimal digits'],
  [
    'an exponent',
    'transaction.completed',
    '{"transactionId":"t","type":"topup","amount":1e2,"userId":"asha"}',
    '/amount a number must be written without an exponent',
  ],
  ['too much', 'transaction.completed', { ...topup, amount: 1e13 }, 'amount must be at most'],
  [
    'an unknown currency',
    'transaction.completed',
    { ...topup, currency: 'NONE' },
    'currency NONE is not an asset here',
  ],
  ['half a transfer', 'transaction.completed', { ...topup, type: 'transfer' }, 'senderId is missing'],
  ['no transaction', 'transaction.failed', { reason: 'x' }, 'transactionId is missing'],
  ['another content', 'transaction.completed', { ...topup, transactionId: 'done', amount: 2 }, 'with another content'],
  ['a key that others use', 'transaction.failed', { transactionId: 'stolen' }, 'by a request that was none'],
];

const CARD = '4242424242424242';
const refused = (field: string) => `CARD_DATA_REFUSED {"field":"${field}"}`;

/** Messages with a card number, what is said of each, and what is kept of its body. */
const CARDS: readonly (readonly [string, string, unknown, unknown, object])[] = [
  [
    'one in a field',
    'transaction.failed',
    { transactionId: 't', reason: `card ${CARD}` },
    refused('reason'),
    { transactionId: 't' },
  ],
  [
    'one in a field nobody knows',
    'transaction.completed',
    { ...topup, card: { pan: CARD, cvc: '123' }, cvc: '123' },
    refused('card.pan'),
    topup,
  ],
  ['one as a number', 'user.signup', { userId: Number(CARD) }, refused('userId'), {}],
  ['one as a name', 'user.signup', { userId: 'asha', [CARD]: 1 }, refused(''), { userId: 'asha' }],
  [
    'one in escapes',
    'user.signup',
    `{"userId":"asha","x":"\\u0034242\\u20104242 42424242"}`,
    refused('x'),
    { userId: 'asha' },
  ],
  ['one in no JSON', 'user.signup', `card ${CARD}`, expect.stringContaining('this is not JSON'), {}],
];

describe.skipIf(brokerUrl === null)('over a real RabbitMQ, a message that cannot be carried out', () => {
  let database: TestDatabase;
  let broker: TestBroker;
  let instance: TestInstance;

  beforeAll(async () => {
    database = await createTestDatabase();
    broker = await TestBroker.open(brokerUrl as string);
    instance = await openInstance(database, broker);
    await broker.send({ routingKey: 'transaction.completed', body: { ...topup, transactionId: 'done' } });
    const input = { customer: 'ben', asset: 'USD', amount: 5n, method: 'till', data: {} };
    const stolen = { scope: 'ledger', value: 'transaction:stolen' } as const;
    await instance.engine.submit(submission(MAIN, walletTopup, input, stolen));
  });
  afterAll(async () => {
    await instance.close();
    await broker.remove();
    await database.drop();
  });

  test.each(POISON)('such as %s, is a dead letter with its reason', async (_name, routingKey, body, reason) => {
    await broker.send({ routingKey, body });
    await until(async () => (await broker.waiting(broker.dead)) === 1);
    const [letter] = await broker.take(broker.dead);
    expect(letter?.content.toString()).toBe(typeof body === 'string' ? body : JSON.stringify(body));
    expect(letter?.properties.contentType).toBe('application/json');
    expect(letter?.properties.headers).toMatchObject({
      'x-reason': expect.stringContaining(reason),
      'x-original-exchange': broker.exchange,
      'x-original-routing-key': routingKey,
    });
  });

  test.each(CARDS)('such as %s, leaves no card number anywhere', async (_name, routingKey, body, reason, kept) => {
    await broker.send({ routingKey, body });
    await until(async () => (await broker.waiting(broker.dead)) === 1);
    const [letter] = await broker.take(broker.dead);
    expect(letter?.content.toString()).toBe(JSON.stringify(kept));
    expect(letter?.properties.headers).toMatchObject({ 'x-reason': reason, 'x-redacted': true });
    const { rows } = await database.owner.query(
      `select count(*)::integer as count from operations where data::text like '%4242%'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('and has a card number in its headers, goes without those', async () => {
    const headers = { trace: 'abc', card: CARD, nested: { deep: [CARD] } };
    await broker.send({
      routingKey: 'user.signup',
      body: {},
      options: { headers, correlationId: CARD, messageId: 'm-1' },
    });
    await until(async () => (await broker.waiting(broker.dead)) === 1);
    const [letter] = await broker.take(broker.dead);
    expect(JSON.stringify(letter?.properties)).not.toContain('4242');
    expect(letter?.properties).toMatchObject({ messageId: 'm-1', headers: { trace: 'abc' } });
  });

  test('leaves nothing behind in the books', async () => {
    const balances = await balancesOf(database.owner, MAIN);
    expect([balances.get('asha USD wallet'), balances.get('ben USD wallet')]).toEqual([100n, 5n]);
    await until(async () => (await broker.waiting(broker.queue)) === 0);
  });

  test('that is refused by the wallet is no dead letter: it has failed for ever', async () => {
    const transfer = { transactionId: 'lack', type: 'transfer', amount: 7, senderId: 'ben', recipientId: 'asha' };
    await broker.take(broker.heard);
    await broker.send({ routingKey: 'transaction.completed', body: transfer });
    const told = await finalOf('lack');
    expect(told).toEqual([{ transactionId: 'lack', status: 'failed' }]);
    // Money that comes later does not bring it back.
    await broker.send(
      { routingKey: 'transaction.completed', body: { ...topup, transactionId: 'rich', userId: 'ben', amount: 50 } },
      { routingKey: 'transaction.completed', body: transfer },
    );
    expect(await finalOf('rich')).toEqual([{ transactionId: 'rich', status: 'completed' }]);
    expect((await balancesOf(database.owner, MAIN)).get('ben USD wallet')).toBe(5005n);
    expect(await broker.waiting(broker.dead)).toBe(0);
  });

  async function finalOf(transactionId: string): Promise<unknown[]> {
    const found: unknown[] = [];
    await until(async () => {
      for (const { fields, content } of await broker.take(broker.heard)) {
        const body = JSON.parse(content.toString());
        if (fields.routingKey === 'wallet.transactionFinalized' && body.transactionId === transactionId)
          found.push(body);
      }
      return found.length > 0;
    });
    return found;
  }
});
