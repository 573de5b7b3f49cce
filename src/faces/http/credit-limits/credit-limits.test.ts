import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { violations } from '../../../../test/support/truth.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(async () => {
  expect(await violations(server.database.owner, 1n)).toEqual([]);
  await server.close();
});

const LIMITS = '/api/v1/credit-limits';
const own = (customer: string) => `/api/v1/customers/${customer}/credit-limits`;
const set = (path: string, amount_cents: unknown, as: 'admin' | 'staff' = 'admin') =>
  server.call('PUT', path, { as, body: { amount_cents } });
const slip = (customer_id: string, price: number) =>
  server.call('POST', '/api/wallet/credit-slips', {
    as: 'staff',
    body: {
      ...{ customer_id, store_id: 'posta', currency: 'TZS' },
      lines: [{ item_id: 'tea', description: 'Tea', quantity: 1, unit_price_cents: price }],
    },
  });
const balanceOf = async (customer: string) =>
  (await server.call('GET', `/api/wallet/balance/${customer}?currency=TZS`, { as: 'staff' })).json.balance;

test('there is no limit at first', async () => {
  expect((await server.call('GET', LIMITS, { as: 'staff' })).json.data.credit_limits).toEqual([]);
  expect((await slip('asha', 900_000)).status).toBe(201);
  expect((await balanceOf('asha')).credit_limit_cents).toBeNull();
});

test("everybody's limit holds for who has none of their own, and a slip beyond it is refused with what is owed", async () => {
  const { status, json } = await set(`${LIMITS}/TZS`, 1_000_000);
  expect(status).toBe(201);
  expect(json.data).toMatchObject({ customer_id: null, asset_code: 'TZS', amount_cents: 1_000_000 });
  expect((await balanceOf('asha')).credit_limit_cents).toBe(1_000_000);
  const refused = await slip('asha', 100_001);
  expect(refused.status).toBe(422);
  expect(refused.json.details).toMatchObject({
    code: 'CREDIT_LIMIT_EXCEEDED',
    ...{ asset: 'TZS', limit: '1000000', owed: '900000', required: '100001' },
  });
  expect((await slip('asha', 100_000)).status).toBe(201);
});

test("a customer's own limit counts for more than everybody's, even where it is none", async () => {
  await set(`${own('juma')}/TZS`, 0, 'staff');
  expect((await slip('juma', 1)).json.details.code).toBe('CREDIT_LIMIT_EXCEEDED');
  await set(`${own('juma')}/TZS`, null, 'staff');
  expect((await slip('juma', 5_000_000)).status).toBe(201);
  expect((await server.call('GET', own('juma'), { as: 'staff' })).json.data.credit_limits).toEqual([
    { asset_code: 'TZS', amount_cents: null },
  ]);
});

test('a limit is of an asset that there is, and an amount', async () => {
  expect((await set(`${LIMITS}/XXX`, 1)).status).toBe(404);
  for (const wrong of [-1, 0.5, '1', 1_000_000_000_001, undefined])
    expect((await set(`${LIMITS}/TZS`, wrong)).status, String(wrong)).toBe(400);
});
