import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
const days = (count: number): string => new Date(Date.now() - count * 86_400_000).toISOString();

beforeAll(async () => {
  server = await openServer();
  const pay = (customer_id: string, amount_cents: number, occurred_at: string, method = 'CASH') =>
    server.call('POST', '/api/wallet/payments', {
      as: 'staff',
      body: { customer_id, store_id: 'S1', currency: 'TZS', method, amount_cents, occurred_at },
    });
  const slip = (customer_id: string, price: number, occurred_at: string, currency = 'TZS') => {
    const line = { item_id: 'tea', description: 'Tea', quantity: 1, unit_price_cents: price };
    return server.call('POST', '/api/wallet/credit-slips', {
      as: 'staff',
      body: { customer_id, store_id: 'S1', currency, lines: [line], occurred_at },
    });
  };
  const change = { customer_id: 'asha', store_id: 'S1', currency: 'TZS', change_cents: 100 };
  await server.call('POST', '/api/wallet/store-change', {
    as: 'staff',
    body: { ...change, occurred_at: '2024-03-01T12:00:00Z' },
  });
  await slip('juma', 500, '2024-03-02T12:00:00Z');
  // In Dar es Salaam it is the third of March already.
  await pay('asha', 40, '2024-03-02T22:00:00Z', 'MOBILE');
  await pay('juma', 200, '2024-03-04T12:00:00Z');
  await slip('nia', 70, days(1));
  await slip('nia', 30, days(20));
  await slip('nia', 1000, days(40));
  await slip('=evil', 5, days(2), 'USD');
  const body = { user_id: 'usd', asset_code: 'USD', amount: 9, reference_id: randomUUID(), payment_method: 'mpesa' };
  const { json } = await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
  await server.call('POST', `/api/v1/transactions/${json.data.transaction_id}/reverse`, {
    as: 'staff',
    body: { reason: 'wrong' },
  });
});
afterAll(() => server.close());

const read = async (path: string) => {
  const { status, json } = await server.call('GET', `/api/v1/reports/${path}`, { as: 'auditor' });
  expect([status, json.code]).toEqual([200, undefined]);
  return json.data;
};

describe('the flow', () => {
  test('tells of each day what came and went, and what is held and owed at its end', async () => {
    const { currencies } = await read('flow?from=2024-03-02&to=2024-03-04');
    expect(currencies).toEqual([
      {
        asset_code: 'TZS',
        decimal_places: 2,
        opening: { wallets: 100, owed: 0 },
        days: [
          { day: '2024-03-02', in: 40, out: 0, wallets: 140, owed: 500 },
          { day: '2024-03-03', in: 0, out: 0, wallets: 140, owed: 500 },
          { day: '2024-03-04', in: 200, out: 0, wallets: 140, owed: 300 },
        ],
        tenders: [
          { method: 'CASH', account: 'cash:*:CASH', in: 200, out: 0, entries: 1 },
          { method: 'MOBILE', account: 'cash:*:MOBILE', in: 40, out: 0, entries: 1 },
        ],
      },
    ]);
  });

  test('counts days as they are where the shop is', async () => {
    const { currencies } = await read('flow?from=2024-03-02&to=2024-03-03&time_zone=Africa/Dar_es_Salaam');
    expect(currencies[0].days.map((day: { in: number }) => day.in)).toEqual([0, 40]);
  });

  test('ends where the books stand, by either time', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { rows } = await server.database.owner.query<{ kind: string; sum: bigint }>(
      `select a.kind, sum(b.balance)::bigint from accounts a join wallet_balances b on b.account_id = a.id
        where a.asset_id = 2 and a.kind in ('wallet', 'receivable') group by a.kind`,
    );
    const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.sum);
    for (const time of ['occurred', 'recorded']) {
      const { currencies } = await read(`flow?asset_code=TZS&from=${today}&to=${today}&time=${time}`);
      expect(currencies[0].days.at(-1)).toMatchObject({ wallets: of('wallet'), owed: -of('receivable') });
    }
  });

  test('of a reversed top-up is in and out again', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { currencies } = await read(`flow?asset_code=USD&from=${today}&to=${today}`);
    expect(currencies[0].tenders).toContainEqual({
      method: 'mpesa',
      account: 'clearing:mpesa',
      in: 9,
      out: 9,
      entries: 2,
    });
  });

  test('comes as a file with the same days', async () => {
    const { text } = await server.call('GET', '/api/v1/reports/flow.csv?from=2024-03-02&to=2024-03-04', {
      as: 'auditor',
    });
    expect(text).toContain('TZS,2024-03-02,0.40,0.00,1.40,5.00\r\nTZS,2024-03-03,0.00,0.00,1.40,5.00\r\n');
    expect(text).toContain('#rows,3,#sha256,');
  });

  test.each(['from=2024-02-30&to=2024-03-01', 'from=2024-03-02&to=2024-03-01', 'from=2020-01-01&to=2024-03-01'])(
    'for %s is refused',
    async (query) => {
      expect((await server.call('GET', `/api/v1/reports/flow?${query}`, { as: 'auditor' })).json.code).toBe(
        'VALIDATION_ERROR',
      );
    },
  );

  test('in a time zone that is not on earth is refused', async () => {
    const url = '/api/v1/reports/flow?from=2024-03-01&to=2024-03-01&time_zone=Mars/Olympus';
    expect((await server.call('GET', url, { as: 'auditor' })).json.errors).toEqual([
      { field: 'time_zone', message: 'is not known' },
    ]);
  });
});

describe('debts', () => {
  test('are told by the age of their slips, and by who owes most', async () => {
    const { currencies } = await read('debts');
    expect(currencies.map(({ asset_code }: { asset_code: string }) => asset_code)).toEqual(['USD', 'TZS']);
    expect(currencies[1]).toMatchObject({
      owed: 1400,
      debtors: 2,
      ages: [
        { from_days: 0, to_days: 7, amount: 70, customers: 1 },
        { from_days: 8, to_days: 30, amount: 30, customers: 1 },
        { from_days: 31, to_days: 90, amount: 1000, customers: 1 },
        { from_days: 91, to_days: null, amount: 300, customers: 1 },
      ],
      without_slip: 0,
      top_debtors: [
        { customer_id: 'nia', owed: 1100, open_slips: 3 },
        { customer_id: 'juma', owed: 300, open_slips: 1 },
      ],
    });
    expect((await read('debts?asset_code=TZS&top=1')).currencies[0].top_debtors).toHaveLength(1);
  });

  test('come as a file, disarmed', async () => {
    const { text } = await server.call('GET', '/api/v1/reports/debts.csv', { as: 'auditor' });
    expect(text).toContain("USD,'=evil,,0.05,0.05,0.00,0.00,0.00,1,");
    expect(text).toContain('TZS,nia,,11.00,0.70,0.30,10.00,0.00,3,');
  });
});
