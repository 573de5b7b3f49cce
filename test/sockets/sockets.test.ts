import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../src/tokens.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';
import { connect, type Instance, refusalOf, startInstance, TestClient, tokenFor } from './support.ts';

const WALLET = '/api/v1/customer/wallet';
const ORIGIN = 'https://shop.example';

let database: TestDatabase;
let instance: Instance;
beforeAll(async () => {
  database = await createTestDatabase();
  instance = await startInstance(database, { CORS_ORIGINS: ORIGIN, SOCKETS_PER_SUBJECT: '3' });
});
afterAll(async () => {
  await instance.stop();
  await database.drop();
});

const customer = async (id: string, more: object = {}) => connect(instance.base, await tokenFor('customer', id), more);
const createWallet = (customerId: string | number) => instance.call('POST', WALLET, { customerId });
const addFunds = (walletId: number, amount: number) =>
  instance.call('POST', `${WALLET}/add-funds`, { walletId, amount, paymentMethod: { type: 'card', id: 1 } });

test('a customer hears all seven events of their wallet, with what HTTP answered, and nobody else does', async () => {
  await instance.call(
    'PUT',
    '/api/v1/point-rules/topup/USD',
    { per_amount: 100, points: 1 },
    await tokenFor('admin', 'a'),
  );
  const [own, other] = await Promise.all([customer('42'), customer('43')]);
  const created = await createWallet(42);
  const walletId = created.id;
  const added = await addFunds(walletId, 12.5);
  const destination = { accountNumber: '1', bankName: 'b', id: 1 };
  const withdrawn = await instance.call('POST', `${WALLET}/withdraw-funds`, { walletId, amount: 2.25, destination });
  const paid = await instance.call('POST', `${WALLET}/pay`, { walletId, serviceId: 7, amount: 1 });
  const reward = { userId: 42, amount: 3, currency: 'USD', transactionType: 'quest', description: 'won' };
  const credited = await instance.call('POST', `${WALLET}/credit`, reward);
  const balance = await instance.call('GET', `${WALLET}/${walletId}/balance`);
  const transactions = await instance.call('GET', `${WALLET}/${walletId}/transactions`);
  await until(
    () => own.of('wallet:gamification_reward').length === 2 && own.of('wallet:payment_processed').length === 1,
  );

  const told = {
    customerId: 42,
    walletId,
    eventId: expect.any(String),
    place: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  };
  const payloads = (name: string) => own.of(name).map(({ payload }) => payload);
  expect(payloads('wallet:created')).toEqual([{ ...told, ...created }]);
  expect(payloads('wallet:funds_added')).toEqual([{ ...told, ...added }]);
  expect(payloads('wallet:funds_withdrawn')).toEqual([{ ...told, ...withdrawn }]);
  expect(payloads('wallet:payment_processed')).toEqual([{ ...told, ...paid }]);
  const points = { type: 'POINTS', amount: 12, currency: 'POINTS', status: 'completed' };
  expect(payloads('wallet:gamification_reward')).toEqual([
    { ...told, walletId: expect.any(Number), id: added.id, wallet_id: expect.any(Number), ...points },
    { ...told, ...credited },
  ]);
  expect(payloads('wallet:balance_retrieved')).toEqual([{ customerId: 42, ...balance }]);
  expect(payloads('wallet:transactions_retrieved')).toEqual([{ customerId: 42, walletId, transactions }]);
  const dollars = payloads('wallet:balance_changed').filter(({ currency }) => currency === 'USD');
  expect(dollars.map(({ change, balance: after, version }) => [change, after, version])).toEqual([
    [12.5, 12.5, 1],
    [-2.25, 10.25, 2],
    [-1, 9.25, 3],
    [3, 12.25, 4],
  ]);
  expect(other.heard.map(({ name }) => name)).toEqual(['wallet:ready']);
  for (const client of [own, other]) client.close();
});

test('what a customer owes is told too, and is no wallet', async () => {
  const own = await customer('debtor');
  const lines = [{ item_id: 'I', description: 'Tea', quantity: 1, unit_price_cents: 500 }];
  const slip = { customer_id: 'debtor', store_id: 'S1', currency: 'USD', lines };
  await instance.call('POST', '/api/wallet/credit-slips', slip);
  await until(() => own.of().length === 1);
  expect(own.of('wallet:balance_changed')[0]?.payload).toMatchObject({
    customerId: 'debtor',
    walletId: null,
    account: 'receivable',
    currency: 'USD',
    change: -5,
    balance: -5,
    version: 1,
  });
  own.close();
});

describe('who comes in', () => {
  test.each([
    ['without a token', {}],
    ['with a token that is not one', { token: 'x.y.z' }],
    ['with a token that is no text', { token: { a: 1 } }],
  ])('nobody %s', async (_how, auth) => {
    const error = await refusalOf(new TestClient(instance.base, auth));
    expect(error.data).toEqual({ status: 'error', code: 'UNAUTHENTICATED', message: 'a valid bearer token is needed' });
  });

  test('nobody with an expired token, and the refusal is in the language of the handshake', async () => {
    const token = await tokenFor('customer', '42', -10);
    const error = await refusalOf(
      new TestClient(instance.base, { token }, { extraHeaders: { 'accept-language': 'sw' } }),
    );
    expect(error.data?.code).toBe('UNAUTHENTICATED');
    expect(error.data?.message).not.toBe('a valid bearer token is needed');
  });

  test.each([['websocket'], ['polling']] as const)('no page of a foreign origin, by %s', async (transport) => {
    const token = await tokenFor('customer', '42');
    const from = (origin: string) =>
      new TestClient(instance.base, { token }, { transports: [transport], extraHeaders: { origin } });
    for (const origin of ['https://evil.example', 'null', `https://shop.example.evil.example`]) {
      expect((await refusalOf(from(origin))).message).toMatch(/websocket error|xhr poll error/);
    }
    for (const origin of [ORIGIN, instance.base]) {
      const client = from(origin);
      await client.ready();
      client.close();
    }
  });

  test('no more sockets of one subject than there may be', async () => {
    const token = await tokenFor('customer', 'many');
    const clients = await Promise.all([1, 2, 3].map(() => connect(instance.base, token)));
    expect((await refusalOf(new TestClient(instance.base, { token }))).data?.code).toBe('RATE_LIMITED');
    clients[0]?.close();
    await until(async () => {
      const client = new TestClient(instance.base, { token });
      const error = await refusalOf(client).catch(() => null);
      client.close();
      return error === null;
    });
    for (const client of clients) client.close();
  });
});

describe('a token that runs out', () => {
  test('ends the connection within five seconds, and says why', async () => {
    const client = await connect(instance.base, await tokenFor('customer', 'short', 2));
    const { expires } = await client.ready();
    await until(() => !client.socket.connected);
    expect(Date.now()).toBeGreaterThanOrEqual(expires);
    expect(Date.now() - expires).toBeLessThanOrEqual(5_000);
    expect(client.of('wallet:error')[0]?.payload).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(client.reasons).toEqual(['io server disconnect']);
  });

  test('can be replaced by a fresh one of the same customer, and by no other', async () => {
    const client = await connect(instance.base, await tokenFor('customer', 'fresh', 2));
    const { expires } = await client.ready();
    const refused = await client.ask('wallet:authenticate', { token: await tokenFor('customer', 'other') });
    expect(refused).toMatchObject({ status: 'error', code: 'FORBIDDEN' });
    expect(await client.ask('wallet:authenticate', { token: 'no' })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await client.ask('wallet:authenticate', {})).toMatchObject({ code: 'VALIDATION_ERROR' });
    const renewed = await client.ask('wallet:authenticate', { token: await tokenFor('customer', 'fresh', 600) });
    expect(renewed).toMatchObject({ status: 'success', data: { expires: expect.any(Number) } });
    await until(() => Date.now() > expires + 4_000);
    expect(client.socket.connected).toBe(true);
    client.close();
  });
});

describe('subscriptions', () => {
  test('let staff hear those whom they name, until they no longer do', async () => {
    const staff = await connect(instance.base, await tokenFor('staff', 'cashier'));
    expect(await staff.ask('wallet:subscribe', { customerId: 501 })).toEqual({
      status: 'success',
      data: { customerId: 501 },
    });
    const heard = await createWallet(501);
    const unheard = await createWallet(502);
    await addFunds(unheard.id, 1);
    await addFunds(heard.id, 1);
    await until(() => staff.of('wallet:funds_added').length === 1);
    expect(new Set(staff.of().map(({ payload }) => payload.customerId))).toEqual(new Set([501]));
    await staff.ask('wallet:unsubscribe', { customerId: 501 });
    await staff.ask('wallet:subscribe', { customerId: '502' });
    await addFunds(heard.id, 1);
    await addFunds(unheard.id, 1);
    await until(() => staff.of('wallet:funds_added').length === 2);
    expect(staff.of('wallet:funds_added').at(-1)?.payload.customerId).toBe(502);
    staff.close();
  });

  test('of someone else are refused to a customer, who hears nothing of them', async () => {
    const own = await customer('601');
    expect(await own.ask('wallet:subscribe', { customerId: 602 })).toEqual({
      status: 'error',
      code: 'FORBIDDEN',
      message: 'a customer may only act for themselves',
    });
    expect(await own.ask('wallet:subscribe', { customerId: 601 })).toMatchObject({ status: 'success' });
    const [mine, theirs] = [await createWallet(601), await createWallet(602)];
    await addFunds(theirs.id, 1);
    await addFunds(mine.id, 1);
    await until(() => own.of('wallet:funds_added').length === 1);
    expect(new Set(own.of().map(({ payload }) => payload.customerId))).toEqual(new Set([601]));
    own.close();
  });

  test.each(ROLES)('of a %s are of themselves, and of others only where they are no customer', async (role) => {
    const client = await connect(instance.base, await tokenFor(role, '701'));
    const ask = (customerId: number | string) => client.ask('wallet:subscribe', { customerId });
    const [own, other, nobody] = [await ask(701), await ask(702), await ask('nobody-at-all')];
    expect(own.status).toBe('success');
    if (role === 'customer') expect([other, nobody]).toEqual([other, other]);
    expect([other, nobody].map(({ status }) => status)).toEqual(
      Array(2).fill(role === 'customer' ? 'error' : 'success'),
    );
    client.close();
  });

  test.each([[null], [{}], [{ customerId: null }], [{ customerId: 'a b' }], [{ customerId: { $gt: '' } }], ['x']])(
    'of %j are refused with the field that is wrong',
    async (input) => {
      const staff = await connect(instance.base, await tokenFor('staff', 'cashier'));
      const answer = await staff.ask('wallet:subscribe', input);
      expect(answer).toMatchObject({ status: 'error', code: 'VALIDATION_ERROR' });
      expect(answer.status === 'error' && answer.message).toContain('customerId');
      staff.close();
    },
  );
});

describe('a client that asks too much', () => {
  test('is answered RATE_LIMITED, and disconnected when it floods', async () => {
    const client = await customer('flood');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => client.ask('wallet:subscribe', { customerId: 'flood' })),
    );
    expect(answers.filter(({ status }) => status === 'error').length).toBeGreaterThanOrEqual(60);
    for (let i = 0; i < 2_000; i += 1) client.socket.emit('wallet:subscribe', { customerId: 'flood' }, () => {});
    await until(() => !client.socket.connected);
  });

  test('or sends too long a message is disconnected', async () => {
    const client = await customer('long');
    client.socket.emit('wallet:authenticate', { token: 'x'.repeat(20_000) }, () => {});
    await until(() => !client.socket.connected);
  });
});

test('the metrics tell how many sockets there are and what was sent', async () => {
  const client = await customer('metrics');
  const answer = await fetch(new URL('/metrics', instance.base));
  const text = await answer.text();
  expect(Number(/^pochi_sockets_open (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(1);
  expect(text).toMatch(/^pochi_socket_events_total\{event="wallet:funds_added"\} \d+$/m);
  expect(text).toMatch(/^pochi_socket_lag_seconds_count \d+$/m);
  client.close();
});
