import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { AUDIT_TYPES } from './audit-types.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

interface Entry {
  readonly audit_id: string;
  readonly timestamp: string;
  readonly operation_type: string;
  readonly customer_id: string | null;
}

const trail = async (query = ''): Promise<{ total: number; entries: Entry[] }> => {
  const { status, json } = await server.call('GET', `/api/wallet/audit-trail${query}`, { as: 'staff' });
  expect(status).toBe(200);
  return { total: json.pagination.total_entries, entries: json.entries };
};
const post = async (path: string, body: object) => {
  const { status, json } = await server.call('POST', path, { as: 'staff', body });
  expect([200, 201]).toContain(status);
  return json;
};

const change = (customer: string) =>
  post('/api/wallet/store-change', { customer_id: customer, store_id: 'S1', currency: 'USD', change_cents: 5 });

test('every operation has its name in the trail, and each name is of one operation', async () => {
  const wallet = new URL('../../../wallet/', import.meta.url);
  const files = (await readdir(wallet, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, wallet).href)));
  const operations = modules
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value === 'object' && value !== null && 'decide' in value)
    .map(({ name }) => name);
  expect(operations.length).toBeGreaterThan(10);
  expect(Object.keys(AUDIT_TYPES).toSorted()).toEqual([...new Set(operations)].toSorted());
  expect(new Set(Object.values(AUDIT_TYPES)).size).toBe(Object.keys(AUDIT_TYPES).length);
});

test('operations of every face are in it, with what they moved and where they came in', async () => {
  const topup = { user_id: 'tracey', asset_code: 'EUR', amount: 77, reference_id: 'r1', metadata: { rate: 1.5 } };
  const { data } = await post('/api/v1/wallets/topup', topup);
  await post(`/api/v1/transactions/${data.transaction_id}/reverse`, { reason: 'typo' });
  const { entries } = await trail('?customer_id=tracey');
  expect(entries).toMatchObject([
    {
      operation_type: 'TRANSACTION_REVERSED',
      amount_cents: 77,
      currency: 'EUR',
      operation_data: { reason: 'typo', transaction_id: data.transaction_id },
      request_info: { endpoint: 'transactions.reverse' },
    },
    {
      audit_id: data.transaction_id,
      operation_type: 'WALLET_TOPPED_UP',
      amount_cents: 77,
      currency: 'EUR',
      operation_data: { metadata: { rate: 1.5 } },
      request_info: { method: 'POST', endpoint: 'wallets.topup' },
    },
  ]);
});

describe('its pages', () => {
  beforeAll(async () => {
    for (let i = 0; i < 30; i += 1) await change(i % 3 === 0 ? 'p1' : 'p2');
  });

  test.each(['', '&customer_id=p1', '&operation_type=CHANGE_STORED', '&customer_id=p2&operation_type=CHANGE_STORED'])(
    'follow one another without a gap, from either end%s',
    async (filter) => {
      const { total, entries: all } = await trail(`?per_page=100${filter}`);
      expect(all).toHaveLength(total);
      // As moments: a whole second is written without its milliseconds, so that texts are in another order.
      const moments = all.map(({ timestamp }) => Date.parse(timestamp));
      expect(moments).toEqual(moments.toSorted((a, b) => b - a));
      for (const perPage of [1, 4, 7]) {
        const paged: Entry[] = [];
        for (let page = 1; page <= Math.ceil(total / perPage); page += 1) {
          paged.push(...(await trail(`?page=${page}&per_page=${perPage}${filter}`)).entries);
        }
        expect(paged).toEqual(all);
      }
      expect((await trail(`?page=1000${filter}`)).entries).toEqual([]);
    },
  );

  test('count what has come since they were last asked', async () => {
    const before = await trail('?customer_id=p1');
    await change('p1');
    await change('p2');
    const after = await trail('?customer_id=p1');
    expect(after.total).toBe(before.total + 1);
    expect(after.entries.slice(1)).toEqual(before.entries.slice(0, 49));
  });

  test('keep to the span of time, both ends included', async () => {
    const { entries } = await trail('?per_page=100');
    const [newest, oldest] = [entries[3] as Entry, entries[12] as Entry];
    const within = entries.filter(({ timestamp }) => timestamp >= oldest.timestamp && timestamp <= newest.timestamp);
    const span = `start_date=${oldest.timestamp}&end_date=${newest.timestamp}`;
    expect(await trail(`?per_page=100&${span}`)).toEqual({ total: within.length, entries: within });
    expect((await trail(`?end_date=1999-12-31`)).total).toBe(0);
    expect((await trail(`?start_date=2999-01-01`)).total).toBe(0);
    const today = newest.timestamp.slice(0, 10);
    expect((await trail(`?start_date=${oldest.timestamp.slice(0, 10)}&end_date=${today}`)).total).toBeGreaterThan(30);
    const offset = new Date(Date.parse(oldest.timestamp) + 3 * 3_600_000).toISOString().replace('Z', '%2B03:00');
    expect((await trail(`?per_page=100&start_date=${offset}`)).entries.at(-1)?.timestamp).toBe(oldest.timestamp);
  });
});

test('a refused operation leaves nothing in it, and a replay no second line', async () => {
  const body = { customer_id: 'once', store_id: 'S1', currency: 'USD', change_cents: 5 };
  const send = () =>
    server.call('POST', '/api/wallet/store-change', { as: 'staff', body, headers: { 'idempotency-key': 'once' } });
  await send();
  await send();
  await server.call('POST', '/api/wallet/apply-wallet', {
    as: 'staff',
    body: { customer_id: 'once', slip_id: 'none', currency: 'USD' },
  });
  expect((await trail('?customer_id=once')).total).toBe(1);
});

test('what stands in it can be neither changed nor removed, not even by the owner of the tables', async () => {
  for (const table of ['operations', 'callers']) {
    for (const change of [`delete from ${table}`, `update ${table} set ledger_id = 2`, `truncate ${table} cascade`]) {
      await expect(server.database.owner.query(change)).rejects.toMatchObject({ code: '42501' });
      await expect(server.database.app.query(change)).rejects.toMatchObject({ code: '42501' });
    }
  }
});
