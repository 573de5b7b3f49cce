import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, SETTINGS, type TestServer } from '../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ settings: { ...SETTINGS, customerRecordedPayments: 'allow' } });
});
afterAll(() => server.close());

const CARD = '4242424242424242';
const SPACED = '4242 4242 4242 4242';

const send = (method: 'POST' | 'PUT' | 'PATCH', url: string, body: unknown, headers: Record<string, string> = {}) =>
  server.call(method as 'POST', url, { as: 'admin', body, headers });

async function operations(): Promise<bigint> {
  const { rows } = await server.database.owner.query<{ count: bigint }>('select count(*) from operations');
  return rows[0]?.count ?? -1n;
}

const movement = { user_id: 'u', asset_code: 'USD', amount: 1, reference_id: 'card' };
const slip = { customer_id: 'u', store_id: 'S1', currency: 'USD' };
const line = { item_id: 'I', quantity: 1, unit_price_cents: 5 };

/** A card number in a place of every face, and where the answer says that it stood. */
const REQUESTS: [face: string, method: 'POST' | 'PUT' | 'PATCH', url: string, body: object, field: string][] = [
  [
    'wallets',
    'POST',
    '/api/v1/wallets/topup',
    { ...movement, metadata: { note: `paid by ${SPACED}` } },
    'metadata.note',
  ],
  ['wallets', 'POST', '/api/v1/wallets/topup', { ...movement, metadata: { pan: Number(CARD) } }, 'metadata.pan'],
  ['wallets', 'POST', '/api/v1/wallets/topup', { ...movement, metadata: { [CARD]: 1 } }, 'metadata'],
  ['wallets', 'POST', '/api/v1/wallets/spend', { ...movement, reference_id: CARD }, 'reference_id'],
  ['wallets', 'POST', '/api/v1/wallets/bonus', { ...movement, metadata: { a: [{ b: [SPACED] }] } }, 'metadata.a.0.b.0'],
  ['batch', 'POST', '/api/v1/batch', { operations: [{ ...movement, user_id: CARD }] }, 'operations.0.user_id'],
  ['assets', 'POST', '/api/v1/assets', { code: 'CARD', name: CARD, decimal_places: 0 }, 'name'],
  ['customers', 'POST', '/api/v1/customers', { customer_id: 'c', name: 'C', note: SPACED }, 'note'],
  ['point rules', 'PUT', '/api/v1/point-rules/topup/USD', { per_amount: 1, points: Number(CARD) }, 'points'],
  ['customer wallets', 'POST', '/api/v1/customer/wallet', { customerId: Number(CARD) }, 'customerId'],
  [
    'customer wallets',
    'POST',
    '/api/v1/customer/wallet/withdraw-funds',
    { walletId: 1, amount: 1, destination: { accountNumber: '4242-4242-4242-4242', bankName: 'B' } },
    'destination.accountNumber',
  ],
  [
    'credit slips',
    'POST',
    '/api/wallet/credit-slips',
    { ...slip, lines: [{ ...line, description: CARD }] },
    'lines.0.description',
  ],
  [
    'credit slips',
    'POST',
    '/api/wallet/payments',
    { ...slip, tenders: [{ method: 'CARD', amount_cents: 5, reference: '378282246310005' }] },
    'tenders.0.reference',
  ],
  [
    'payment records',
    'POST',
    '/api/customer/manual-payment',
    { amount: 1, customerId: 'u', description: SPACED },
    'description',
  ],
  [
    'payment records',
    'POST',
    '/api/customer/direct-payment',
    { amount: 1, customerId: 'u', provider: 'stripe', providerReference: CARD },
    'providerReference',
  ],
];

describe('a card number is refused, whoever sends it', () => {
  test.each(REQUESTS)('to %s (%s %s)', async (_face, method, url, body, field) => {
    const before = await operations();
    const { status, text, json } = await send(method, url, body);
    expect(status).toBe(422);
    expect(json.code ?? json.details.code).toBe('CARD_DATA_REFUSED');
    if (json.details) expect(json.details.field).toBe(field);
    expect(text.replaceAll(/[ -]/g, '')).not.toMatch(/4242424242424242|378282246310005/);
    expect(await operations()).toBe(before);
  });

  test('written with escapes', async () => {
    const hidden = [...CARD].map((digit) => `\\u003${digit}`).join('');
    const body = `{"user_id":"u","asset_code":"USD","amount":1,"reference_id":"x","metadata":{"n":"${hidden}"}}`;
    expect((await send('POST', '/api/v1/wallets/topup', body)).status).toBe(422);
  });

  test('as a number that a float would not hold', async () => {
    const body = `{"user_id":"u","asset_code":"USD","amount":1,"reference_id":"x","metadata":{"n":4000000000000000006}}`;
    expect((await send('POST', '/api/v1/wallets/topup', body)).status).toBe(422);
  });

  test('as an Idempotency-Key, which the books would keep', async () => {
    const { status, json } = await send(
      'POST',
      '/api/v1/customer/wallet',
      { customerId: 1 },
      { 'idempotency-key': SPACED },
    );
    expect([status, json.code]).toEqual([422, 'CARD_DATA_REFUSED']);
    const ledger = await send(
      'POST',
      '/api/v1/wallets/topup',
      { ...movement, reference_id: undefined },
      { 'idempotency-key': CARD },
    );
    expect([ledger.status, ledger.json.code]).toEqual([422, 'CARD_DATA_REFUSED']);
  });
});

describe('where it would be kept though nobody asked for it', () => {
  test('in the path of a write, it is refused by the name of its place', async () => {
    const { status, json, text } = await send('PUT', `/api/v1/customers/${CARD}/credit-limits/USD`, {
      amount_cents: 1,
    });
    expect([status, json.code, json.details]).toEqual([422, 'CARD_DATA_REFUSED', { field: 'customer_id' }]);
    expect(text).not.toContain(CARD);
  });

  test('in x-request-id and User-Agent, it is passed over', async () => {
    const headers = { 'x-request-id': CARD, 'user-agent': `till ${SPACED}` };
    const body = { ...movement, reference_id: 'card-agent' };
    const answer = await send('POST', '/api/v1/wallets/topup', body, headers);
    expect([answer.status, answer.headers['x-request-id']]).toEqual([201, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const { rows } = await server.database.owner.query('select c::text as line from callers c');
    expect(rows.map(({ line }) => line).join()).toContain('wallets.topup');
    expect(rows.map(({ line }) => line).join()).not.toContain('4242');
  });
});

test('the ids, times and telephone numbers of every day are let through', async () => {
  const { status } = await send('POST', '/api/v1/wallets/topup', {
    ...movement,
    reference_id: '0190b5e0-7a3c-7000-8000-000000000001',
    metadata: { at: 1790000000005, phone: '+255 712 345 678', order: 'ORDER-20240115-000123', text: 'çà \u00e9' },
  });
  expect(status).toBe(201);
});
