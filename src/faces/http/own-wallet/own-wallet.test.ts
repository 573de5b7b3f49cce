import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Claims, openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  await topup('first', 30);
});
afterAll(() => server.close());

const topup = (reference_id: string, amount: number, user_id = '42') =>
  server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id, asset_code: 'USD', amount, reference_id },
  });

const read = async (as: Claims, query = '') => (await server.call('GET', `/api/v1/wallet/user${query}`, { as })).json;

test('a customer reads their own wallet, exact to the cent', async () => {
  const first = await read({ role: 'customer', subject: '42' });
  expect(first).toEqual({
    success: true,
    data: {
      userId: 42,
      balance: 0.3,
      currency: 'USD',
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: first.data.createdAt,
    },
  });
  await topup('second', 1);
  const second = await read({ role: 'customer', subject: '42' });
  expect(second.data.balance).toBe(0.31);
  expect(second.data.createdAt).toBe(first.data.createdAt);
  expect(second.data.updatedAt > first.data.createdAt).toBe(true);
});

test('staff and services say whose wallet they mean', async () => {
  expect(await read({ role: 'service' }, '?userId=42')).toMatchObject({ data: { userId: 42, currency: 'USD' } });
  expect(await read({ role: 'staff' })).toMatchObject({ status: 400, errors: [{ field: 'userId' }] });
});

test('a wallet that is not there is 404, and so is that of someone else', async () => {
  const missing = { status: 404, code: 'WALLET_NOT_FOUND' };
  expect(await read({ role: 'customer', subject: 'nobody' })).toMatchObject(missing);
  expect(await read({ role: 'customer', subject: 'nobody' }, '?userId=42')).toMatchObject(missing);
  expect(await read({ role: 'service' }, '?userId=42&currency=TZS')).toMatchObject(missing);
  expect(await read({ role: 'service' }, '?userId=42&currency=NONE')).toMatchObject({ code: 'ASSET_NOT_FOUND' });
});
