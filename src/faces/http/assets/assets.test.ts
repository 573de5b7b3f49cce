import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const create = (body: object) => server.call('POST', '/api/v1/assets', { as: 'admin', body });
const GBP = { code: 'GBP', name: 'Pound Sterling', decimal_places: 2 };

test('the assets that come with the service are listed', async () => {
  const { json } = await server.call('GET', '/api/v1/assets', { as: 'customer' });
  expect(json.data.assets).toContainEqual({ code: 'USD', name: 'US Dollar', decimal_places: 2 });
  expect(json.data.assets).toContainEqual({ code: 'GOLD_COINS', name: 'Gold Coins', decimal_places: 0 });
});

test('a new asset can be used at once; the same again changes nothing, another under its code is 409', async () => {
  const first = await create(GBP);
  expect([first.status, first.json]).toEqual([201, { success: true, data: GBP }]);
  const body = { user_id: 'brit', asset_code: 'GBP', amount: 5, reference_id: 'brit-1' };
  expect((await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body })).status).toBe(201);
  const balance = await server.call('GET', '/api/v1/wallets/brit/balance', { as: 'staff' });
  expect(balance.json.data.balances).toEqual([{ asset_code: 'GBP', balance: 5 }]);

  const again = await create(GBP);
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect((await create({ ...GBP, decimal_places: 3 })).json).toMatchObject({ status: 409, code: 'ASSET_EXISTS' });
  expect((await create({ ...GBP, name: 'Sterling' })).json).toMatchObject({ status: 409, code: 'ASSET_EXISTS' });
});

test('many at once all get ids of their own', async () => {
  const codes = Array.from({ length: 8 }, (_, i) => `RUSH_${i}`);
  const answers = await Promise.all(codes.map((code) => create({ code, name: code, decimal_places: 0 })));
  expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 201));
});

test.each([
  [{ ...GBP, code: 'gbp' }, 'code'],
  [{ ...GBP, code: 'X' }, 'code'],
  [{ ...GBP, code: 'A'.repeat(51) }, 'code'],
  [{ ...GBP, name: '' }, 'name'],
  [{ ...GBP, name: 'x'.repeat(101) }, 'name'],
  [{ ...GBP, decimal_places: -1 }, 'decimal_places'],
  [{ ...GBP, decimal_places: 9 }, 'decimal_places'],
  [{ ...GBP, decimal_places: 1.5 }, 'decimal_places'],
  [{ ...GBP, decimal_places: '2' }, 'decimal_places'],
  [{ ...GBP, id: 1 }, 'id'],
])('%j is refused by its %s', async (body, field) => {
  const { status, json } = await create(body);
  expect([status, json.errors[0].field]).toEqual([400, field]);
});
