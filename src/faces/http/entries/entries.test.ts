import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
const ids: Record<string, string> = {};
beforeAll(async () => {
  server = await openServer();
  const move = async (route: string, user_id: string, amount: number, more: object = {}) => {
    const reference_id = randomUUID();
    const body = { user_id, asset_code: 'USD', amount, reference_id, ...more };
    const { json } = await server.call('POST', `/api/v1/wallets/${route}`, { as: 'service', body });
    return json.data.transaction_id as string;
  };
  ids.topup = await move('topup', 'asha', 1000, { reference_id: '=cmd', payment_method: 'mpesa' });
  ids.spend = await move('spend', 'asha', 250);
  ids.bonus = await move('bonus', 'juma', 40, { asset_code: 'DIAMONDS' });
  ids.wrong = await move('topup', 'juma', 77);
  await server.call('POST', `/api/v1/transactions/${ids.wrong}/reverse`, {
    as: { role: 'staff', subject: 'sue' },
    body: { reason: 'wrong' },
  });
  const line = { item_id: 'tea', description: 'Tea', quantity: 1, unit_price_cents: 500 };
  await server.call('POST', '/api/wallet/credit-slips', {
    as: { role: 'staff', subject: 'sue' },
    body: {
      customer_id: 'asha',
      store_id: 'posta',
      currency: 'USD',
      lines: [line],
      occurred_at: '2024-05-01T10:00:00Z',
    },
  });
  const payment = { customer_id: 'asha', store_id: 'posta', currency: 'USD', amount_cents: 60 };
  for (const method of ['CASH', 'MOBILE'])
    await server.call('POST', '/api/wallet/payments', { as: 'staff', body: { ...payment, method } });
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: tests look into it freely.
async function list(query = ''): Promise<any[]> {
  const entries = [];
  let cursor = '';
  do {
    const { status, json } = await server.call('GET', `/api/v1/entries?limit=3&${query}${cursor}`, { as: 'auditor' });
    expect([status, json.code]).toEqual([200, undefined]);
    entries.push(...json.data.entries);
    cursor = json.data.next_cursor === null ? '' : `&cursor=${json.data.next_cursor}`;
  } while (cursor !== '');
  return entries;
}

const all = async () => {
  const { rows } = await server.database.owner.query(
    `select o.id || ' ' || a.owner || ' ' || a.kind as place
       from entries e join operations o using (ledger_id, height, index) join accounts a on a.ledger_id = 1 and a.id = e.account_id
      where e.ledger_id = 1 order by e.height desc, e.index desc, e.account_id desc, e.seq desc`,
  );
  return rows.map(({ place }) => place);
};
const places = (entries: { transaction_id: string; owner: string | null; account: string }[]) =>
  entries.map(({ transaction_id, owner, account }) => `${transaction_id} ${owner ?? ''} ${account}`);

test('gives every entry of every account once, newest first, page by page', async () => {
  expect(places(await list())).toEqual(await all());
});

test('tells all that the explorer shows of an entry', async () => {
  const [spend] = await list(`transaction_id=${ids.spend}&account=wallet`);
  expect(spend).toEqual({
    transaction_id: ids.spend,
    seq: 2,
    height: expect.any(Number),
    operation: 'walletSpend',
    type: 'SPEND',
    status: 'POSTED',
    occurred_at: expect.stringContaining('T'),
    recorded_at: expect.stringContaining('T'),
    reference_id: expect.any(String),
    customer_id: 'asha',
    owner: 'asha',
    account: 'wallet',
    asset_code: 'USD',
    decimal_places: 2,
    direction: 'DEBIT',
    amount: 250,
    balance_after: 750,
    store_id: null,
    actor: 'service',
    actor_role: 'service',
    reverses: null,
    reversed_by: null,
  });
});

describe('is filtered by', () => {
  // Each filter against what the unfiltered rows themselves say.
  // biome-ignore lint/suspicious/noExplicitAny: rows as they come.
  const FILTERS: [string, (row: any) => boolean][] = [
    ['types=BONUS', ({ type }) => type === 'BONUS'],
    ['types=SPEND,REVERSAL', ({ type }) => ['SPEND', 'REVERSAL'].includes(type)],
    ['asset_code=DIAMONDS', ({ asset_code }) => asset_code === 'DIAMONDS'],
    ['min_amount=77&max_amount=500', ({ amount }) => amount >= 77 && amount <= 500],
    ['account=clearing', ({ account }) => account.startsWith('clearing:')],
    ['account=cash:*:CASH', ({ account }) => /^cash:.*:CASH$/.test(account)],
    ['account=wallet', ({ account }) => account === 'wallet'],
    ['owner=asha', ({ owner }) => owner === 'asha'],
    ['customer=juma', ({ customer_id }) => customer_id === 'juma'],
    ['customer=juma&types=BONUS', ({ customer_id, type }) => customer_id === 'juma' && type === 'BONUS'],
    ['store=posta', ({ store_id }) => store_id === 'posta'],
    ['actor=sue', ({ actor }) => actor === 'sue'],
    ['reference=%3Dcmd', ({ reference_id }) => reference_id === '=cmd'],
    ['status=REVERSED', ({ reversed_by }) => reversed_by !== null],
    ['status=REVERSAL', ({ reverses }) => reverses !== null],
    ['status=POSTED', ({ reverses, reversed_by }) => reverses === null && reversed_by === null],
    ['occurred_to=2024-12-31', ({ occurred_at }) => occurred_at < '2025'],
    ['recorded_from=2025-01-01', () => true],
    ['recorded_to=2025-01-01', () => false],
  ];
  test.each(FILTERS)('%s', async (query, holds) => {
    const expected = (await list()).filter(holds);
    if (!query.startsWith('recorded_to')) expect(expected.length).toBeGreaterThan(0);
    expect(await list(query)).toEqual(expected);
  });

  test.each([
    'types=NOTHING',
    'cursor=abc',
    'min_amount=5&max_amount=4',
    'recorded_from=2025-01-02&recorded_to=2025-01-01',
    'limit=201',
  ])('%s is refused with the name of the field', async (query) => {
    const { status, json } = await server.call('GET', `/api/v1/entries?${query}`, { as: 'auditor' });
    expect([status, json.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(query).toContain(json.errors[0].field);
  });
});

describe('the file', () => {
  const download = (query = '') => server.call('GET', `/api/v1/entries.csv?${query}`, { as: 'auditor' });

  test('holds what the list holds, and ends with the number of rows and the hash of what is before', async () => {
    const { text, headers } = await download('owner=asha');
    expect(headers['content-type']).toContain('text/csv');
    const records = text.split('\r\n');
    const [rows, count, sha256, hash] = records.at(-2)?.split(',') ?? [];
    const before = `${records.slice(0, -2).join('\r\n')}\r\n`;
    const listed = await list('owner=asha');
    expect([rows, Number(count), sha256]).toEqual(['#rows', listed.length, '#sha256']);
    expect(hash).toBe(createHash('sha256').update(before).digest('hex'));
    expect(records.slice(1, -2).map((line) => line.split(',')[2])).toEqual(listed.map((row) => row.transaction_id));
  });

  test('sums to what the screen sums to', async () => {
    const column = async (name: string) => {
      const [header = '', ...records] = (await download('asset_code=USD')).text.trim().split('\r\n').slice(0, -1);
      const at = header.split(',').indexOf(name);
      return records.reduce((sum, line) => sum + BigInt((line.split(',')[at] ?? '').replace('.', '') || 0), 0n);
    };
    const rows = await list('asset_code=USD');
    const sum = (direction: string) =>
      rows.filter((row) => row.direction === direction).reduce((total, { amount }) => total + BigInt(amount), 0n);
    expect([await column('debit'), await column('credit')]).toEqual([sum('DEBIT'), sum('CREDIT')]);
    expect(await column('debit')).toBe(await column('credit'));
  });

  test('disarms a text that a spreadsheet would take for a formula, and no number', async () => {
    const { text } = await download(`transaction_id=${ids.topup}`);
    expect(text).toContain(",'=cmd,");
    expect(text).toContain(',-10.00,');
  });

  test('of nothing has a header and a hash', async () => {
    const { text } = await download('customer=nobody');
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(text).toContain('#rows,0,#sha256,');
  });
});
