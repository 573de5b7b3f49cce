import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openServer, type TestServer, tokenOf } from '../../../test/support/http.ts';
import type { CacheReader } from './reader.ts';

let server: TestServer;
let reader: CacheReader;
let readAccount: typeof import('./reader.ts').readAccount;
const post = async (url: string, body: object) => {
  const { status, json } = await server.call('POST', url, { as: 'staff', body });
  expect(status).toBeLessThan(300);
  return json;
};

beforeAll(async () => {
  server = await openServer();
  // The client asks where its page came from.
  vi.stubGlobal('location', new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })));
  const { sessionStore } = await import('../session/session.ts');
  const { readToken } = await import('../session/token.ts');
  sessionStore.set({ session: readToken(await tokenOf({ role: 'cashier' })), expired: false });
  ({ serviceReader: reader, readAccount } = await import('./reader.ts'));

  await post('/api/v1/customers', { customer_id: 'ann', name: 'Ann', nickname: 'Nan', phone_number: '0712 345 678' });
  await post('/api/v1/customers', { customer_id: 'ben', name: 'Ben', customer_code: 'B-1' });
  await post('/api/v1/wallets/topup', { user_id: 'ann', asset_code: 'USD', amount: 700, reference_id: 'topup' });
  const lines = [{ item_id: 'i', description: 'Tea', quantity: 2, unit_price_cents: 250 }];
  await post('/api/wallet/credit-slips', { customer_id: 'ann', store_id: 'S', currency: 'USD', lines });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

test('customers come with what they hold and owe', async () => {
  const { page, next } = await reader.customers(null);
  expect(next).toBeNull();
  expect(page.customers).toEqual([
    {
      customer: { id: 'ann', name: 'Ann', nickname: 'Nan', phone: '0712 345 678', code: null, frozen: false },
      balances: [{ currency: 'USD', wallet: 700n, owes: 500n }],
    },
    {
      customer: { id: 'ben', name: 'Ben', nickname: null, phone: null, code: 'B-1', frozen: false },
      balances: [],
    },
  ]);
  expect((await reader.customers('ann')).page.customers).toHaveLength(1);
});

test('one account comes with its open slips, and as of when', async () => {
  const account = await readAccount('ann');
  expect(account).toMatchObject({
    customer: 'ann',
    balances: [{ currency: 'USD', wallet: 700n, owes: 500n }],
    slips: [{ currency: 'USD', status: 'OPEN', total: 500n, paid: 0n, remaining: 500n }],
  });
  expect(Math.abs(Date.parse(account?.asOf ?? '') - Date.now())).toBeLessThan(60_000);
  expect(await readAccount('nobody')).toBeNull();
});

test('the catalogue comes in the currency of the service', async () => {
  expect(await reader.catalogue()).toEqual({ currency: 'USD', products: [] });
});
