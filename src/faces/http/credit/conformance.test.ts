/** Every request and every answer of spec/credit-wallet.md, field for field. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const staff = { role: 'staff', subject: 'cashier123' } as const;
const post = (path: string, body: object): Promise<Answer> =>
  server.call('POST', `/api/wallet${path}`, { as: staff, body, headers: { 'user-agent': 'Mozilla/5.0' } });
const get = (path: string): Promise<Answer> => server.call('GET', `/api/wallet${path}`, { as: staff });

const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const TIME = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/);

/** The document's request of section 1. Its lines and tax less discount come to 3,530. */
const slipOf = (customer: string, more: object = {}) => ({
  customer_id: customer,
  store_id: 'STORE001',
  currency: 'USD',
  lines: [
    { item_id: 'ITEM001', description: 'Coffee Beans 1kg', quantity: 2, unit_price_cents: 1500 },
    { item_id: 'ITEM002', description: 'Milk 1L', quantity: 1, unit_price_cents: 300 },
  ],
  tax_cents: 330,
  discount_cents: 100,
  occurred_at: '2024-01-15T10:30:00Z',
  ...more,
});

/** The document's request of section 2, for the slip it names. */
const paymentOf = (customer: string, slip: string, more: object = {}) => ({
  customer_id: customer,
  store_id: 'STORE001',
  currency: 'USD',
  method: 'CASH',
  amount_cents: 4000,
  allocations: [
    { type: 'slip', slip_id: slip, applied_cents: 3530 },
    { type: 'wallet', applied_cents: 470 },
  ],
  occurred_at: '2024-01-15T10:35:00Z',
  ...more,
});

async function createSlip(customer: string, more: object = {}): Promise<string> {
  const { status, json } = await post('/credit-slips', slipOf(customer, more));
  expect(status).toBe(201);
  return json.slip_id;
}

test('1. create credit slip', async () => {
  const answer = await post('/credit-slips', slipOf('CUST001'));
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({
    respCode: 201,
    message: 'Credit slip created successfully',
    slip_id: UUID,
    slip_number: expect.stringMatching(/^CS-20240115103000-[0-9A-F]{8}$/),
    grand_total_cents: 3530,
  });
  expect(answer.json.slip_number.slice(-8)).toBe(answer.json.slip_id.slice(-8).toUpperCase());
});

test('2. process payment', async () => {
  const slip = await createSlip('PAYER');
  const answer = await post('/payments', paymentOf('PAYER', slip));
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Payment processed successfully',
    payment_id: UUID,
    applied_total: 3530,
    wallet_topup: 470,
    slip_results: [{ success: true, slip_id: slip, allocated_amount: 3530, new_status: 'CLOSED', remaining_total: 0 }],
  });
});

test('3. apply wallet to slip, as decided: 1,500 in the wallet, and the slip in the same currency', async () => {
  const slip = await createSlip('APPLIER', { currency: 'TZS' });
  await post('/store-change', { customer_id: 'APPLIER', store_id: 'STORE001', currency: 'TZS', change_cents: 1500 });
  const answer = await post('/apply-wallet', { customer_id: 'APPLIER', slip_id: slip, currency: 'TZS' });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Applied 1500 cents from wallet to slip',
    applied_cents: 1500,
    slip_status: 'PARTIALLY_PAID',
    remaining_slip_balance: 2030,
  });
});

test('3. the slip of the example is in USD: another currency cannot pay it', async () => {
  const slip = await createSlip('CROSSER');
  const answer = await post('/apply-wallet', { customer_id: 'CROSSER', slip_id: slip, currency: 'TZS' });
  expect(answer.status).toBe(400);
  expect(answer.json).toEqual({
    respCode: 400,
    message: expect.stringContaining('TZS'),
    details: { code: 'VALIDATION_ERROR', errors: [{ field: 'currency', message: expect.stringContaining('USD') }] },
  });
});

test('4. store change as balance', async () => {
  const body = { customer_id: 'CHANGER', store_id: 'STORE001', currency: 'USD', change_cents: 250 };
  const answer = await post('/store-change', body);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Successfully stored 250 cents as wallet balance',
    wallet_added: 250,
  });
});

test('5. get customer balance, in one currency and in all', async () => {
  await post('/store-change', { customer_id: 'HOLDER', store_id: 'STORE001', currency: 'USD', change_cents: 750 });
  const line = { item_id: 'I', description: 'Rice', quantity: 1, unit_price_cents: 50_000 };
  await createSlip('HOLDER', { currency: 'TZS', lines: [line], tax_cents: 0, discount_cents: 0 });

  const one = await get('/balance/HOLDER?currency=USD');
  expect(one.status).toBe(200);
  expect(one.json).toEqual({
    respCode: 200,
    message: 'Balance retrieved successfully',
    balance: {
      customer_id: 'HOLDER',
      currency: 'USD',
      balance_cents: 750,
      wallet_cents: 750,
      outstanding_cents: 0,
      open_slips_count: 0,
      open_slips_total: 0,
      wallet_available_cents: 750,
      credit_limit_cents: null,
      account_status: 'ACTIVE',
    },
  });
  const all = await get('/balance/HOLDER');
  expect(all.json).toEqual({
    respCode: 200,
    message: 'Multi-currency balance retrieved successfully',
    balance: {
      customer_id: 'HOLDER',
      currencies: [
        {
          currency: 'USD',
          balance_cents: 750,
          wallet_cents: 750,
          outstanding_cents: 0,
          open_slips_count: 0,
          account_status: 'ACTIVE',
          open_slips_total: 0,
          wallet_available_cents: 750,
          credit_limit_cents: null,
        },
        {
          currency: 'TZS',
          balance_cents: -50_000,
          wallet_cents: 0,
          outstanding_cents: 50_000,
          open_slips_count: 1,
          account_status: 'ACTIVE',
          open_slips_total: 50_000,
          wallet_available_cents: 0,
          credit_limit_cents: null,
        },
      ],
    },
  });
});

test('5. the formula is over what is held and owed together, and the wallet is told beside it', async () => {
  await createSlip('BOTH');
  await post('/store-change', { customer_id: 'BOTH', store_id: 'STORE001', currency: 'USD', change_cents: 1500 });
  expect((await get('/balance/BOTH?currency=USD')).json.balance).toMatchObject({
    balance_cents: -2030,
    wallet_cents: 0,
    outstanding_cents: 2030,
    open_slips_count: 1,
    open_slips_total: 3530,
    wallet_available_cents: 1500,
    credit_limit_cents: null,
  });
  expect((await get('/balance/BOTH?currency=EUR')).json.balance).toMatchObject({ currency: 'EUR', balance_cents: 0 });
});

test('6. get open credit slips', async () => {
  const lines = [{ item_id: 'ITEM001', description: 'Coffee Beans 1kg', quantity: 2, unit_price_cents: 1500 }];
  const slip = await createSlip('DEBTOR', { lines, tax_cents: 300, discount_cents: 0 });
  const later = await createSlip('DEBTOR', { occurred_at: '2024-01-16T10:30:00+03:00' });
  await createSlip('DEBTOR', { currency: 'TZS' });
  const closed = await createSlip('DEBTOR');
  await post('/payments', paymentOf('DEBTOR', closed));
  const allocations = [{ type: 'slip', slip_id: slip, applied_cents: 1500 }];
  await post('/payments', paymentOf('DEBTOR', slip, { amount_cents: 1500, allocations }));

  const answer = await get('/slips/DEBTOR?currency=USD');
  expect(answer.status).toBe(200);
  const { slips, ...rest } = answer.json;
  expect(rest).toEqual({
    respCode: 200,
    message: 'Open slips retrieved successfully',
    customer_id: 'DEBTOR',
    currency: 'USD',
    slips_count: 2,
  });
  expect(slips.map(({ _id }: { _id: string }) => _id)).toEqual([slip, later]);
  expect(slips[0]).toEqual({
    _id: slip,
    slip_number: expect.stringMatching(/^CS-20240115103000-[0-9A-F]{8}$/),
    customer_id: 'DEBTOR',
    store_id: 'STORE001',
    currency: 'USD',
    status: 'PARTIALLY_PAID',
    lines: [
      {
        item_id: 'ITEM001',
        description: 'Coffee Beans 1kg',
        quantity: 2,
        unit_price_cents: 1500,
        line_total_cents: 3000,
        paid_cents: 1500,
        remaining_cents: 1500,
      },
    ],
    totals: {
      subtotal_cents: 3000,
      tax_cents: 300,
      discount_cents: 0,
      grand_total_cents: 3300,
      paid_cents: 1500,
      remaining_cents: 1800,
    },
    occurred_at: '2024-01-15T10:30:00Z',
    created_at: TIME,
    updated_at: TIME,
  });
  expect(slips[1].occurred_at).toBe('2024-01-16T07:30:00Z');
  expect(slips[0].updated_at > slips[0].created_at).toBe(true);
  expect((await get('/slips/DEBTOR')).json).toMatchObject({ currency: null, slips_count: 3 });
  const single = await get(`/credit-slips/${closed}`);
  expect(single.json.slip).toMatchObject({ _id: closed, status: 'CLOSED', totals: { remaining_cents: 0 } });
});

test('7. get transaction history', async () => {
  const slip = await createSlip('READER');
  const { slip_number } = (await get(`/credit-slips/${slip}`)).json.slip;
  const { payment_id } = (await post('/payments', paymentOf('READER', slip))).json;
  const answer = await get('/history/READER?currency=USD&page=1&per_page=10');
  expect(answer.status).toBe(200);
  const payment = { type: 'payment', payment_id, store_id: 'STORE001', transaction_id: UUID };
  const paid = { direction: 'CREDIT', occurred_at: '2024-01-15T10:35:00Z', source: payment, created_at: TIME };
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Transaction history retrieved successfully',
    customer_id: 'READER',
    currency: 'USD',
    pagination: {
      current_page: 1,
      per_page: 10,
      total_entries: 3,
      total_pages: 1,
      has_next: false,
      has_prev: false,
    },
    entries: [
      {
        entry_id: expect.any(String),
        entry_type: 'PAYMENT',
        amount_cents: 3530,
        account: 'receivable',
        balance_after_cents: 0,
        description: `Payment ${payment_id} - slip allocations`,
        ...paid,
      },
      {
        entry_id: expect.any(String),
        entry_type: 'DEPOSIT',
        amount_cents: 470,
        account: 'wallet',
        balance_after_cents: 470,
        description: `Payment ${payment_id} - wallet top-up`,
        ...paid,
      },
      {
        entry_id: expect.any(String),
        entry_type: 'SALE_ON_CREDIT',
        direction: 'DEBIT',
        amount_cents: 3530,
        account: 'receivable',
        balance_after_cents: -3530,
        occurred_at: '2024-01-15T10:30:00Z',
        description: `Credit slip ${slip_number} - 2 items`,
        source: { type: 'slip', slip_id: slip, slip_number, store_id: 'STORE001', transaction_id: UUID },
        created_at: TIME,
      },
    ],
  });
});

test('7. pages follow one another, and a transfer inside shows both of its sides', async () => {
  const slip = await createSlip('MOVER');
  await post('/store-change', { customer_id: 'MOVER', store_id: 'STORE001', currency: 'USD', change_cents: 100 });
  await post('/apply-wallet', { customer_id: 'MOVER', slip_id: slip, currency: 'USD' });
  const pageOf = async (page: number) => (await get(`/history/MOVER?currency=USD&page=${page}&per_page=2`)).json;
  const [first, second, third] = [await pageOf(1), await pageOf(2), await pageOf(3)];
  const types = [first, second, third].map(({ entries }) => entries.map((e: { entry_type: string }) => e.entry_type));
  expect(types).toEqual([['PAYMENT', 'BALANCE_CONSUMPTION'], ['CHANGE_TO_BALANCE', 'SALE_ON_CREDIT'], []]);
  expect(first.pagination).toMatchObject({ total_entries: 4, total_pages: 2, has_next: true, has_prev: false });
  expect(second.pagination).toMatchObject({ current_page: 2, has_next: false, has_prev: true });
});

test('8. get audit trail', async () => {
  const slip = await createSlip('AUDITED');
  const { payment_id } = (await post('/payments', paymentOf('AUDITED', slip))).json;
  const answer = await get('/audit-trail?customer_id=AUDITED&operation_type=PAYMENT_PROCESSED&page=1&per_page=20');
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Audit trail retrieved successfully',
    pagination: {
      current_page: 1,
      per_page: 20,
      total_entries: 1,
      total_pages: 1,
      has_next: false,
      has_prev: false,
    },
    entries: [
      {
        audit_id: UUID,
        timestamp: TIME,
        operation_type: 'PAYMENT_PROCESSED',
        customer_id: 'AUDITED',
        amount_cents: 4000,
        currency: 'USD',
        user_id: 'cashier123',
        user_role: 'staff',
        operation_data: {
          payment_id,
          store_id: 'STORE001',
          method: 'CASH',
          tenders: [{ method: 'CASH', amount_cents: 4000, reference: null }],
          allocations: [
            { type: 'slip', slip_id: slip, applied_cents: 3530, new_status: 'CLOSED', remaining_cents: 0 },
            { type: 'wallet', applied_cents: 470 },
          ],
          slip_allocations: 3530,
          wallet_allocations: 470,
        },
        request_info: {
          method: 'POST',
          endpoint: 'wallet.process_payment',
          remote_addr: '127.0.0.1',
          user_agent: 'Mozilla/5.0',
        },
      },
    ],
  });
});

test('the sample credit slip of the document', async () => {
  const answer = await post('/credit-slips', {
    customer_id: 'TEST_CUST_001',
    store_id: 'TEST_STORE_001',
    currency: 'USD',
    lines: [{ item_id: 'TEST_ITEM_001', description: 'Test Product', quantity: 1, unit_price_cents: 1000 }],
    tax_cents: 100,
    discount_cents: 0,
  });
  expect(answer.json).toMatchObject({ respCode: 201, grand_total_cents: 1100 });
  const { slips } = (await get('/slips/TEST_CUST_001')).json;
  expect(slips).toMatchObject([{ occurred_at: TIME, totals: { subtotal_cents: 1000, tax_cents: 100 } }]);
});

test('a slip is voided with a reason, and what was paid goes to the wallet', async () => {
  const slip = await createSlip('RETURNER');
  await post('/payments', paymentOf('RETURNER', slip, { amount_cents: 1000, allocations: undefined }));
  const answer = await post(`/credit-slips/${slip}/void`, { reason: 'goods came back' });
  expect(answer.json).toEqual({
    respCode: 200,
    message: 'Credit slip voided successfully',
    slip_id: slip,
    slip_number: expect.stringMatching(/^CS-/),
    slip_status: 'VOID',
    wallet_added: 1000,
  });
  expect((await get('/balance/RETURNER?currency=USD')).json.balance).toMatchObject({ balance_cents: 1000 });
  expect((await get('/history/RETURNER?currency=USD')).json.entries[0].description).toMatch(
    /^Credit slip .* - voided$/,
  );
});

test('a split tender is one payment, and without allocations the oldest slip is paid first', async () => {
  const newer = await createSlip('SPLITTER', { occurred_at: '2024-02-01T00:00:00Z' });
  const older = await createSlip('SPLITTER');
  const answer = await post('/payments', {
    customer_id: 'SPLITTER',
    store_id: 'STORE001',
    currency: 'USD',
    tenders: [
      { method: 'CASH', amount_cents: 3000 },
      { method: 'MOBILE', amount_cents: 1000, reference: 'MP-77' },
    ],
  });
  expect(answer.json).toMatchObject({
    applied_total: 4000,
    wallet_topup: 0,
    slip_results: [
      { slip_id: older, allocated_amount: 3530, new_status: 'CLOSED', remaining_total: 0 },
      { slip_id: newer, allocated_amount: 470, new_status: 'PARTIALLY_PAID', remaining_total: 3060 },
    ],
  });
  const trail = (await get('/audit-trail?customer_id=SPLITTER&operation_type=PAYMENT_PROCESSED')).json;
  expect(trail.entries[0]).toMatchObject({
    amount_cents: 4000,
    operation_data: { method: 'SPLIT', tenders: [{ method: 'CASH' }, { method: 'MOBILE', reference: 'MP-77' }] },
  });
});

test('a currency beyond the three is an asset that was added', async () => {
  const asset = { code: 'GBP', name: 'Pound Sterling', decimal_places: 2 };
  await server.call('POST', '/api/v1/assets', { as: 'admin', body: asset });
  await createSlip('BRITON', { currency: 'GBP' });
  expect((await get('/balance/BRITON')).json.balance.currencies).toMatchObject([
    { currency: 'GBP', balance_cents: -3530 },
  ]);
});
