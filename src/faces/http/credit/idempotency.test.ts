import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const LINES = [{ item_id: 'I', description: 'Tea', quantity: 2, unit_price_cents: 500 }];
const slipOf = (customer: string) => ({ customer_id: customer, store_id: 'S1', currency: 'USD', lines: LINES });

const post = (path: string, body: object, key?: string, subject = 'cashier') =>
  server.call('POST', `/api/wallet${path}`, {
    as: { role: 'staff', subject },
    body,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });

/** Sends the request three times under one key: the first answer comes three times, and nothing happens twice. */
async function thrice(path: string, body: object, key: string) {
  const [first, second, third] = [
    await post(path, body, key),
    await post(path, body, key),
    await post(path, body, key),
  ];
  expect([200, 201]).toContain(first.status);
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  for (const replay of [second, third]) {
    expect({ status: replay.status, text: replay.text }).toEqual({ status: first.status, text: first.text });
    expect(replay.headers['idempotent-replayed']).toBe('true');
  }
  return first.json;
}

test('every POST answers a repeated key with its first answer, however the world has moved on', async () => {
  const { slip_id } = await thrice('/credit-slips', slipOf('ida'), 'slip');
  const payment = { customer_id: 'ida', store_id: 'S1', currency: 'USD', method: 'CASH' };
  await thrice('/payments', { ...payment, amount_cents: 300 }, 'pay');
  await thrice('/store-change', { customer_id: 'ida', store_id: 'S1', currency: 'USD', change_cents: 200 }, 'change');
  const applied = await thrice('/apply-wallet', { customer_id: 'ida', slip_id, currency: 'USD' }, 'apply');
  expect(applied).toMatchObject({ applied_cents: 200, remaining_slip_balance: 500 });
  await thrice(`/credit-slips/${slip_id}/void`, { reason: 'back' }, 'void');
  expect(await thrice('/payments', { ...payment, amount_cents: 300 }, 'pay again')).toMatchObject({
    wallet_topup: 300,
  });
  const { json } = await server.call('GET', '/api/wallet/balance/ida?currency=USD', { as: 'staff' });
  expect(json.balance).toMatchObject({ balance_cents: 800, open_slips_count: 0 });
});

test('a key belongs to its caller and to its operation', async () => {
  const body = { customer_id: 'kim', store_id: 'S1', currency: 'USD', change_cents: 1 };
  await post('/store-change', body, 'shared');
  expect((await post('/store-change', body, 'shared', 'other')).headers['idempotent-replayed']).toBeUndefined();
  expect((await post('/credit-slips', slipOf('kim'), 'shared')).status).toBe(201);
});

test('another time of occurrence is another request', async () => {
  const at = (occurred_at: string) => post('/credit-slips', { ...slipOf('leo'), occurred_at }, 'timed');
  expect((await at('2024-01-15T10:30:00Z')).status).toBe(201);
  // The same moment, written otherwise.
  expect((await at('2024-01-15T13:30:00+03:00')).headers['idempotent-replayed']).toBe('true');
  expect((await at('2024-01-15T10:30:01Z')).status).toBe(409);
});

test('a key sent by many at once makes one slip, and each learns of the same one', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post('/credit-slips', slipOf('mia'), 'burst')));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
});
