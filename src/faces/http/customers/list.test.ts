import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLedger } from '../../../../test/support/engine.ts';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { balancesOfCustomers, listCustomers } from '../../../queries/customer-list.ts';

let server: TestServer;
const list = async (query = '') => (await server.call('GET', `/api/v1/customers${query}`, { as: 'cashier' })).json;
const ids = (page: { data: { customers: { _id: string }[] } }) => page.data.customers.map(({ _id }) => _id);
const post = (url: string, body: object) => server.call('POST', url, { as: 'admin', body });

beforeAll(async () => {
  server = await openServer();
  for (const id of ['c', 'a', 'b', 'gone']) {
    const { status } = await post('/api/v1/customers', { customer_id: id, name: `Name ${id}`, nickname: `Nick ${id}` });
    expect(status).toBe(201);
  }
  await post('/api/v1/wallets/topup', { user_id: 'a', asset_code: 'USD', amount: 700, reference_id: 'topup' });
  const lines = [{ item_id: 'i', description: 'Tea', quantity: 2, unit_price_cents: 250 }];
  await post('/api/wallet/credit-slips', { customer_id: 'a', store_id: 'S', currency: 'TZS', lines });
  await post('/api/v1/wallets/topup', { user_id: 'b', asset_code: 'USD', amount: 1, reference_id: 'opens' });
  await post('/api/v1/customers/b/freeze', { reason: 'test' });
  await post('/api/v1/customers/gone/erase', { reason: 'test' });
});
afterAll(() => server.close());

test('pages follow each other without a gap or a repeat, and leave out whoever was erased', async () => {
  const first = await list('?limit=2');
  expect(ids(first)).toEqual(['a', 'b']);
  const second = await list(`?limit=2&after=${first.data.next}`);
  expect(ids(second)).toEqual(['c']);
  expect(second.data.next).toBeNull();
  expect(ids(await list())).toEqual(['a', 'b', 'c']);
});

test('each comes with what they hold and owe, and whether they are frozen', async () => {
  const { data } = await list();
  expect(data.customers).toEqual([
    {
      _id: 'a',
      name: 'Name a',
      nickname: 'Nick a',
      phone_number: null,
      customer_code: null,
      account_status: 'ACTIVE',
      balances: [
        { currency: 'USD', wallet_cents: 700, owes_cents: 0 },
        { currency: 'TZS', wallet_cents: 0, owes_cents: 500 },
      ],
    },
    expect.objectContaining({ _id: 'b', account_status: 'FROZEN' }),
    expect.objectContaining({ _id: 'c', account_status: 'ACTIVE', balances: [] }),
  ]);
  expect(Math.abs(Date.parse(data.as_of) - Date.now())).toBeLessThan(60_000);
});

test("another ledger's customers are not among them", async () => {
  const other = await createLedger(server.database.owner);
  expect(await listCustomers(server.database.app, other, { after: null, limit: 10 })).toEqual([]);
  expect(await balancesOfCustomers(server.database.app, other, ['a'])).toEqual([]);
});

test.each(['?limit=0', '?limit=1001', '?after=', '?after=%00', '?more=1'])('%s is refused', async (query) => {
  const { status, json } = await server.call('GET', `/api/v1/customers${query}`, { as: 'cashier' });
  expect([status, json.code]).toEqual([400, 'VALIDATION_ERROR']);
});
