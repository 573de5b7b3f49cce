import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { BEYOND } from '../../../queries/audit-log.ts';
import { auditPages } from '../../../queries/audit-log-pages.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  const as = { role: 'staff', subject: 'sue' } as const;
  for (let n = 0; n < 5; n += 1) {
    const body = { user_id: 'asha', asset_code: 'USD', amount: 10, reference_id: `topup-${n}` };
    await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
    const customer_id = `customer-${n}`;
    await server.call('POST', '/api/v1/customers', { as, body: { customer_id, name: 'A secret name' } });
  }
  await server.call('PATCH', '/api/v1/customers/customer-0', { as, body: { city: 'Arusha', note: 'quiet' } });
  await server.call('PUT', '/api/v1/point-rules/topup/USD', { as: 'admin', body: { per_amount: 100, points: 1 } });
  await server.call('DELETE', '/api/v1/point-rules/topup/USD', {
    as: 'admin',
    headers: { 'user-agent': 'till 7', 'x-request-id': 'the-request' },
  });
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: tests look into it freely.
async function list(query = '', limit = 3): Promise<any[]> {
  const lines = [];
  let cursor = '';
  do {
    const url = `/api/v1/audit?limit=${limit}&${query}${cursor}`;
    const { status, json } = await server.call('GET', url, { as: 'auditor' });
    expect([status, json.code]).toEqual([200, undefined]);
    lines.push(...json.data.lines);
    cursor = json.data.next_cursor === null ? '' : `&cursor=${json.data.next_cursor}`;
  } while (cursor !== '');
  return lines;
}

test('operations and changes stand in one line of time, each once, whatever the page', async () => {
  const { rows } = await server.database.owner.query<{ id: string; at: Date }>(
    `select id, recorded_at as at from changes union all
     select o.id, b.recorded_at from operations o join blocks b using (ledger_id, height)`,
  );
  for (const limit of [1, 2, 3, 200]) {
    const lines = await list('', limit);
    expect(lines.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const moments = lines.map(({ recorded_at }) => Date.parse(recorded_at));
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  }
});

test.each([1, 2, 3, 7, 200])('by pages of %i the file has the same lines in the same order', async (size) => {
  const none = { from: null, to: null, customer: null, actor: null, role: null, action: null, object: null };
  const filter = { ledgerId: 1n, ...none, requestId: null };
  const options = { size, before: BEYOND, patience: 1_000 };
  const pages = await Array.fromAsync(auditPages(server.database.app, filter, options));
  expect(pages.flat().map(({ id }) => id)).toEqual((await list('', 200)).map(({ id }) => id));
});

test('a change of a profile names its fields, and nothing of what stands in them', async () => {
  const [change] = await list('action=customerChange');
  expect(change).toMatchObject({
    kind: 'CHANGE',
    actor: 'sue',
    role: 'staff',
    object: 'customer-0',
    customer_id: 'customer-0',
    data: { fields: ['city', 'note'] },
    method: 'PATCH',
    endpoint: 'customers.change',
    request_id: expect.any(String),
  });
  const { rows } = await server.database.owner.query("select from changes c where c::text ~ 'secret|Arusha'");
  expect(rows).toHaveLength(0);
});

test('what changes nothing leaves no line', async () => {
  const before = (await list()).length;
  const as = { role: 'staff', subject: 'sue' } as const;
  await server.call('PATCH', '/api/v1/customers/customer-0', { as, body: { city: 'Arusha' } });
  await server.call('PATCH', '/api/v1/customers/nobody', { as, body: { city: 'Arusha' } });
  await server.call('DELETE', '/api/v1/point-rules/topup/USD', { as: 'admin' });
  expect(await list()).toHaveLength(before);
});

test('a point rule leaves what it became, and where the request came from', async () => {
  const [gone, put] = await list('object=topup:USD');
  expect(put).toMatchObject({ action: 'pointRulePut', data: { points: '1', per_amount: '100', active: true } });
  expect(gone).toMatchObject({ action: 'pointRuleDelete', device: 'till 7', actor: 'admin' });
});

test.each([
  ['customer=asha', 5],
  ['actor=sue', 6],
  ['role=admin', 2],
  ['action=walletTopup', 5],
  ['actor=nobody', 0],
  ['from=2025-01-01', 13],
  ['to=2025-01-01', 0],
])('%s finds %i lines', async (query, count) => {
  expect(await list(query)).toHaveLength(count);
});

test('a single operation is found by its id', async () => {
  const [{ id }] = await list('action=walletTopup');
  expect((await list(`object=${id}`)).map((line) => line.id)).toEqual([id]);
});

test.each(['cursor=x', 'from=2025-01-02&to=2025-01-01', 'role=king', 'limit=0'])('%s is refused', async (query) => {
  expect((await server.call('GET', `/api/v1/audit?${query}`, { as: 'auditor' })).status).toBe(400);
});

describe('the lines', () => {
  test('are never changed nor taken away', async () => {
    const change = server.database.owner.query("update changes set subject = 'me'");
    await expect(change).rejects.toThrow(/refused/);
    await expect(server.database.app.query('delete from changes')).rejects.toThrow(/permission denied/);
  });

  test('come as a file that proves itself', async () => {
    const { text } = await server.call('GET', '/api/v1/audit.csv?actor=sue', { as: 'auditor' });
    const records = text.split('\r\n');
    const before = `${records.slice(0, -2).join('\r\n')}\r\n`;
    expect(records.at(-2)).toBe(`#rows,6,#sha256,${createHash('sha256').update(before).digest('hex')}`);
  });
});
