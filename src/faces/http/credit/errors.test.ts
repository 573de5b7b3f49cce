import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, openServer, type TestServer } from '../../../../test/support/http.ts';
import { type Engine, Unavailable } from '../../../engine/submission.ts';

let server: TestServer;
let slip: string;
beforeAll(async () => {
  server = await openServer();
  slip = (await post('/credit-slips', SLIP)).json.slip_id;
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  server.call('POST', `/api/wallet${path}`, { as: 'staff', body, headers });
const get = (path: string): Promise<Answer> => server.call('GET', `/api/wallet${path}`, { as: 'staff' });

const SLIP = {
  customer_id: 'alice',
  store_id: 'S1',
  currency: 'USD',
  lines: [{ item_id: 'I', description: 'Tea', quantity: 2, unit_price_cents: 500 }],
};
const PAYMENT = { customer_id: 'alice', store_id: 'S1', currency: 'USD', method: 'CASH', amount_cents: 400 };
const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const failing = (error: Error): Engine => ({
  submit: () => Promise.reject(error),
  drain: () => Promise.resolve(),
  waiting: 0,
});

function expectError({ status, json, headers }: Answer, expected: number, code: string, details: object = {}): void {
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect({ status, json }).toEqual({
    status: expected,
    json: { respCode: expected, message: expect.stringMatching(/./), details: { code, ...details } },
  });
}

describe('each documented code is given with its status:', () => {
  test('VALIDATION_ERROR 400', async () => {
    const errors = [{ field: 'lines', message: 'is missing' }];
    expectError(await post('/credit-slips', { ...SLIP, lines: undefined }), 400, 'VALIDATION_ERROR', { errors });
  });

  test('INSUFFICIENT_WALLET_BALANCE 400', async () => {
    const body = { customer_id: 'alice', slip_id: slip, currency: 'USD' };
    const details = { asset: 'USD', available: '0' };
    expectError(await post('/apply-wallet', body), 400, 'INSUFFICIENT_WALLET_BALANCE', details);
  });

  test('INVALID_SLIP_STATUS 400', async () => {
    const closed = (await post('/credit-slips', { ...SLIP, customer_id: 'bob' })).json.slip_id;
    await post('/payments', { ...PAYMENT, customer_id: 'bob', amount_cents: 1500 });
    const details = { slip_id: closed, status: 'CLOSED' };
    const body = { customer_id: 'bob', slip_id: closed, currency: 'USD' };
    expectError(await post('/apply-wallet', body), 400, 'INVALID_SLIP_STATUS', details);
    expectError(await post(`/credit-slips/${closed}/void`, { reason: 'test' }), 400, 'INVALID_SLIP_STATUS', details);
    const gone = (await post('/credit-slips', SLIP)).json.slip_id;
    await post(`/credit-slips/${gone}/void`, { reason: 'test' });
    const again = await post(`/credit-slips/${gone}/void`, { reason: 'test' });
    expectError(again, 400, 'INVALID_SLIP_STATUS', { slip_id: gone, status: 'VOID' });
  });

  test('PAYMENT_ALLOCATION_ERROR 400: allocations that are not the amount, or more than the slip needs', async () => {
    const pay = (applied: number, amount: number) =>
      post('/payments', {
        ...PAYMENT,
        amount_cents: amount,
        allocations: [{ type: 'slip', slip_id: slip, applied_cents: applied }],
      });
    expectError(await pay(500, 400), 400, 'PAYMENT_ALLOCATION_ERROR', { amount: '400', allocated: '500' });
    expectError(await pay(300, 400), 400, 'PAYMENT_ALLOCATION_ERROR', { amount: '400', allocated: '300' });
    const details = { slip_id: slip, remaining: '1000', allocated: '1001' };
    expectError(await pay(1001, 1001), 400, 'PAYMENT_ALLOCATION_ERROR', details);
  });

  test('CUSTOMER_ACCOUNT_NOT_FOUND 404', async () => {
    const details = { customer_id: 'nobody' };
    for (const path of ['/balance/nobody', '/slips/nobody', '/history/nobody?currency=USD']) {
      expectError(await get(path), 404, 'CUSTOMER_ACCOUNT_NOT_FOUND', details);
    }
    expectError(await post('/payments', { ...PAYMENT, ...details }), 404, 'CUSTOMER_ACCOUNT_NOT_FOUND', details);
    const body = { ...details, slip_id: slip, currency: 'USD' };
    expectError(await post('/apply-wallet', body), 404, 'CUSTOMER_ACCOUNT_NOT_FOUND', details);
  });

  test.each([UNKNOWN, '65a1b2c3d4e5f6789012345', 'x'])('CREDIT_SLIP_NOT_FOUND 404 for %s', async (slip_id) => {
    const apply = await post('/apply-wallet', { customer_id: 'alice', slip_id, currency: 'USD' });
    expectError(apply, 404, 'CREDIT_SLIP_NOT_FOUND', { slip_id });
    expectError(await get(`/credit-slips/${slip_id}`), 404, 'CREDIT_SLIP_NOT_FOUND', { slip_id });
    const voided = await post(`/credit-slips/${slip_id}/void`, { reason: 'test' });
    expectError(voided, 404, 'CREDIT_SLIP_NOT_FOUND', { slip_id });
    const allocations = [{ type: 'slip', slip_id, applied_cents: 400 }];
    expectError(await post('/payments', { ...PAYMENT, allocations }), 404, 'CREDIT_SLIP_NOT_FOUND', { slip_id });
  });

  test('UNAUTHORIZED_ACCESS 403', async () => {
    const asCustomer = { as: { role: 'customer', subject: 'mallory' } } as const;
    expectError(await server.call('GET', '/api/wallet/audit-trail', asCustomer), 403, 'UNAUTHORIZED_ACCESS');
    const foreign = await server.call('GET', '/api/wallet/balance/alice', asCustomer);
    expectError(foreign, 403, 'UNAUTHORIZED_ACCESS');
    expect(foreign.text).not.toContain('alice');
  });

  test('DUPLICATE_IDEMPOTENCY_KEY 409', async () => {
    await post('/credit-slips', SLIP, { 'idempotency-key': 'taken' });
    const other = await post('/credit-slips', { ...SLIP, tax_cents: 1 }, { 'idempotency-key': 'taken' });
    expectError(other, 409, 'DUPLICATE_IDEMPOTENCY_KEY', { key: 'taken' });
  });

  test('INTERNAL_SERVER_ERROR 500, which tells nothing of what failed', async () => {
    const broken = await openServer({ engine: failing(new Error('the secret cause')) });
    const answer = await broken.call('POST', '/api/wallet/credit-slips', { as: 'staff', body: SLIP });
    expectError(answer, 500, 'INTERNAL_SERVER_ERROR');
    expect(answer.text).not.toContain('secret');
    await broken.close();
  });
});

test('an engine that cannot take it now is 503 with Retry-After', async () => {
  const busy = await openServer({ engine: failing(new Unavailable('busy', 3)) });
  const answer = await busy.call('POST', '/api/wallet/credit-slips', { as: 'staff', body: SLIP });
  expectError(answer, 503, 'UNAVAILABLE');
  expect(answer.headers['retry-after']).toBe('3');
  await busy.close();
});

test('what is not there, and a method that is not taken, are told in the same envelope', async () => {
  expectError(await get('/nowhere'), 404, 'NOT_FOUND');
  const answer = await get('/payments');
  expectError(answer, 405, 'METHOD_NOT_ALLOWED');
  expect(answer.headers.allow).toBe('POST');
});

/** Nothing but this field is wrong; more than one thing may be wrong with it. */
function expectInvalid({ status, json }: Answer, field: string): void {
  expect({ status, respCode: json.respCode, code: json.details.code }).toEqual({
    status: 400,
    respCode: 400,
    code: 'VALIDATION_ERROR',
  });
  expect(new Set(json.details.errors.map((error: { field: string }) => error.field))).toEqual(new Set([field]));
}

describe('a request is refused with the field that is wrong:', () => {
  const line = SLIP.lines[0];
  test.each([
    ['currency', { ...SLIP, currency: 'XXX' }],
    ['currency', { ...SLIP, currency: 'usd' }],
    ['customer_id', { ...SLIP, customer_id: '' }],
    ['store_id', { ...SLIP, store_id: 'a:b' }],
    ['lines', { ...SLIP, lines: [] }],
    ['lines.0.quantity', { ...SLIP, lines: [{ ...line, quantity: 0 }] }],
    ['lines.0.quantity', { ...SLIP, lines: [{ ...line, quantity: 0.5 }] }],
    ['lines.0.quantity', { ...SLIP, lines: [{ ...line, quantity: '2' }] }],
    ['lines.0.unit_price_cents', { ...SLIP, lines: [{ ...line, unit_price_cents: -1 }] }],
    ['lines.0.unit_price_cents', { ...SLIP, lines: [{ ...line, unit_price_cents: 1.5 }] }],
    ['lines.0', { ...SLIP, lines: [{ ...line, quantity: 1_000_000, unit_price_cents: 1_000_000_000_000 }] }],
    ['lines.0.line_total_cents', { ...SLIP, lines: [{ ...line, line_total_cents: 1 }] }],
    ['tax_cents', { ...SLIP, tax_cents: '1' }],
    ['discount_cents', { ...SLIP, discount_cents: 1001 }],
    ['grand_total_cents', { ...SLIP, discount_cents: 1000 }],
    ['status', { ...SLIP, status: 'CLOSED' }],
    ['occurred_at', { ...SLIP, occurred_at: '2024-01-15' }],
    ['occurred_at', { ...SLIP, occurred_at: '2024-01-15T10:30:00' }],
    ['occurred_at', { ...SLIP, occurred_at: '2024-02-30T10:30:00Z' }],
    ['occurred_at', { ...SLIP, occurred_at: '2024-01-15T25:30:00Z' }],
    ['occurred_at', { ...SLIP, occurred_at: '1969-12-31T23:59:59Z' }],
    ['occurred_at', { ...SLIP, occurred_at: 1_705_314_600 }],
  ])('%s of a slip', async (field, body) => {
    const answer = await post('/credit-slips', body);
    expectInvalid(answer, field);
  });

  test.each([
    ['method', { ...PAYMENT, method: 'BARTER' }],
    ['method', { ...PAYMENT, method: undefined }],
    ['amount_cents', { ...PAYMENT, amount_cents: undefined }],
    ['amount_cents', { ...PAYMENT, amount_cents: 0 }],
    ['method', { ...PAYMENT, tenders: [{ method: 'CASH', amount_cents: 1 }] }],
    ['amount_cents', { ...PAYMENT, method: undefined, tenders: [{ method: 'CASH', amount_cents: 1 }] }],
    ['tenders.0.amount_cents', { ...PAYMENT, tenders: [{ method: 'CASH', amount_cents: 0 }] }],
    ['allocations.0.slip_id', { ...PAYMENT, allocations: [{ type: 'slip', applied_cents: 1 }] }],
    ['allocations.0.slip_id', { ...PAYMENT, allocations: [{ type: 'wallet', slip_id: UNKNOWN, applied_cents: 1 }] }],
    ['allocations.0.type', { ...PAYMENT, allocations: [{ type: 'cash', applied_cents: 1 }] }],
    [
      'allocations.1.type',
      {
        ...PAYMENT,
        allocations: [
          { type: 'wallet', applied_cents: 1 },
          { type: 'wallet', applied_cents: 399 },
        ],
      },
    ],
  ])('%s of a payment', async (field, body) => {
    const answer = await post('/payments', body);
    expectInvalid(answer, field);
  });

  test.each([
    ['currency', '/history/alice'],
    ['page', '/history/alice?currency=USD&page=0'],
    ['page', '/history/alice?currency=USD&page=x'],
    ['per_page', '/history/alice?currency=USD&per_page=101'],
    ['start_date', '/audit-trail?start_date=yesterday'],
    ['end_date', '/audit-trail?end_date=2024-02-30'],
    ['end_date', '/audit-trail?start_date=2024-01-02&end_date=2024-01-01'],
    ['operation_type', '/audit-trail?operation_type=NOTHING'],
    ['currency', '/balance/alice?currency=XXX'],
    ['currency', '/slips/alice?currency=XXX'],
  ])('%s of %s', async (field, path) => {
    expectInvalid(await get(path), field);
  });
});
