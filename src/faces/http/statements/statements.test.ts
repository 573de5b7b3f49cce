import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  const post = (path: string, body: object) =>
    server.call('POST', `/api/wallet/${path}`, {
      as: 'staff',
      body: { customer_id: 'asha', store_id: 'S1', currency: 'TZS', ...body },
    });
  await post('store-change', { change_cents: 1000, occurred_at: '2024-01-05T09:00:00Z' });
  const line = { item_id: 'tea', description: 'Tea', quantity: 2, unit_price_cents: 150 };
  await post('credit-slips', { lines: [line], occurred_at: '2024-01-10T09:00:00Z' });
  // Recorded last, and happened between the others.
  await post('store-change', { change_cents: 7, occurred_at: '2024-01-08T22:00:00Z' });
  await post('payments', { method: 'CASH', amount_cents: 350, occurred_at: '2024-02-01T09:00:00Z' });
});
afterAll(() => server.close());

const read = (query: string, form = '', as: object | string = 'cashier', headers = {}) =>
  server.call('GET', `/api/v1/customers/asha/statement${form}?asset_code=TZS&${query}`, {
    as: as as 'cashier',
    headers,
  });

test('goes from what was there to what is there, in the order in which it happened', async () => {
  const { data } = (await read('from=2024-01-06&to=2024-01-31')).json;
  expect(data).toMatchObject({ opening: { wallet: 1000, owed: 0 }, closing: { wallet: 1007, owed: 300 } });
  expect(data.entries).toMatchObject([
    { type: 'CHANGE_TO_BALANCE', account: 'wallet', direction: 'CREDIT', amount: 7, wallet_after: 1007, owed_after: 0 },
    {
      type: 'SALE_ON_CREDIT',
      account: 'receivable',
      direction: 'DEBIT',
      amount: 300,
      wallet_after: 1007,
      owed_after: 300,
    },
  ]);
});

test('one after another they lack nothing and repeat nothing, and the last one ends at the balance', async () => {
  const months = [
    ['2024-01-01', '2024-01-31'],
    ['2024-02-01', '2024-02-29'],
    ['2024-03-01', '2024-03-31'],
  ];
  const all = [];
  for (const [from, to] of months) all.push((await read(`from=${from}&to=${to}`)).json.data);
  expect(all[0].opening).toEqual({ wallet: 0, owed: 0 });
  for (const [at, next] of all.slice(1).entries()) expect(next.opening).toEqual(all[at].closing);
  const { json } = await server.call('GET', '/api/wallet/balance/asha?currency=TZS', { as: 'staff' });
  expect(all[2].closing.wallet).toBe(json.balance.wallet_available_cents);
  expect(all[2].closing.owed).toBe(json.balance.open_slips_total);
});

test('counts days where the customer is', async () => {
  const { data } = (await read('from=2024-01-09&to=2024-01-09&time_zone=Africa/Dar_es_Salaam')).json;
  expect(data.entries).toHaveLength(1);
});

test('is for the customer themselves, and as if it were not there for another', async () => {
  const query = 'from=2024-01-01&to=2024-01-31';
  expect((await read(query, '', { role: 'customer', subject: 'asha' })).status).toBe(200);
  expect((await read(query, '', { role: 'customer', subject: 'juma' })).json.code).toBe('WALLET_NOT_FOUND');
});

describe('a file', () => {
  test('of records has the opening, each entry, and the closing', async () => {
    const { text } = await read('from=2024-01-06&to=2024-01-31', '.csv');
    const records = text.split('\r\n');
    expect(records[1]).toBe('2024-01-06,,OPENING,,,,,TZS,,,10.00,0.00');
    expect(records.at(-3)).toBe('2024-01-31,,CLOSING,,,,,TZS,,,10.07,3.00');
    expect(records).toHaveLength(7);
  });

  test.each(['en', 'sw'])('to print is a PDF in %s', async (language) => {
    const { status, headers, text } = await read('from=2024-01-06&to=2024-01-31', '.pdf', 'cashier', {
      'accept-language': language,
    });
    expect([status, headers['content-type'], text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
  });
});

test.each([
  ['from=2024-02-30&to=2024-03-01', 'from'],
  ['from=2024-03-02&to=2024-03-01', 'to'],
  ['from=2020-01-01&to=2024-03-01', 'to'],
  ['from=2024-01-01&to=2024-01-02&time_zone=Mars', 'time_zone'],
])('%s is refused with the name of the field', async (query, field) => {
  const { status, json } = await read(query);
  expect([status, json.errors[0].field]).toEqual([400, field]);
});
