import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkViolations } from '../../../../test/support/checks.ts';
import { type Call, openServer, type TestServer } from '../../../../test/support/http.ts';
import { violations } from '../../../../test/support/truth.ts';

const BASE = '/api/customer';
const MAIN = 1n;

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(async () => {
  expect(await violations(server.database.owner, MAIN)).toEqual([]);
  expect(await checkViolations(server.database.owner, MAIN)).toEqual([]);
  await server.close();
});

const post = (path: string, body: unknown, call: Call = {}) =>
  server.call('POST', BASE + path, { as: 'staff', body, ...call });
const of = (subject: string) => ({ role: 'customer' as const, subject });

let topups = 0;
async function fund(customer: string, cents: number): Promise<void> {
  topups += 1;
  const { status } = await server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id: customer, asset_code: 'USD', amount: cents, reference_id: `fund-${topups}` },
  });
  expect(status).toBe(201);
}

async function rowsOf(customer: string) {
  const { rows } = await server.database.owner.query(
    `select r.id, r.status, r.transaction_id, r.amount, r.provider, r.service_id, o.id as operation, o.data
       from payment_records r
       join operations o on o.ledger_id = r.ledger_id and o.height = r.height and o.index = r.index
      where r.customer = $1 order by r.height, r.index`,
    [customer],
  );
  return rows;
}

const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);

describe('manual-payment', () => {
  test('records the payment and the wallet transaction as one, each naming the other', async () => {
    await fund('asha', 5000);
    const body = { amount: 12.5, serviceId: 77, description: 'Lunch' };
    const { status, json } = await post('/manual-payment', body, { as: of('asha') });
    expect(status).toBe(201);
    expect(json).toEqual({
      success: true,
      data: {
        paymentRecord: {
          id: UUID,
          customerId: 'asha',
          amount: 12.5,
          currency: 'USD',
          status: 'PAID',
          walletTransactionId: UUID,
        },
        walletTransaction: {
          id: json.data.paymentRecord.walletTransactionId,
          transactionType: 'PAYMENT',
          amount: 12.5,
          balanceBefore: 50,
          balanceAfter: 37.5,
          status: 'COMPLETED',
          metadata: { paymentRecordId: json.data.paymentRecord.id },
        },
      },
    });
    const { id, walletTransactionId } = json.data.paymentRecord;
    expect(await rowsOf('asha')).toEqual([
      {
        id,
        status: 'PAID',
        transaction_id: walletTransactionId,
        amount: 1250n,
        provider: 'wallet',
        service_id: '77',
        operation: walletTransactionId,
        data: { service_id: '77', description: 'Lunch', payment_record_id: id },
      },
    ]);
  });

  test('is made by staff for a customer that they name', async () => {
    await fund('42', 1000);
    const { status, json } = await post('/manual-payment', { amount: 1, customerId: 42 });
    expect([status, json.data.paymentRecord.customerId]).toEqual([201, 42]);
    const unnamed = await post('/manual-payment', { amount: 1 });
    expect([unnamed.status, unnamed.json.errors]).toEqual([400, [{ field: 'customerId', message: 'is missing' }]]);
  });

  test('that is refused leaves no record', async () => {
    await fund('poor', 100);
    const { status, json, headers } = await post('/manual-payment', { amount: 1.01 }, { as: of('poor') });
    expect([status, json.code]).toEqual([422, 'INSUFFICIENT_FUNDS']);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(await rowsOf('poor')).toEqual([]);
    expect((await post('/manual-payment', { amount: 1 }, { as: of('stranger') })).json.code).toBe('WALLET_NOT_FOUND');
    expect((await post('/manual-payment', { amount: 0.001 }, { as: of('poor') })).json.errors).toEqual([
      { field: 'amount', message: 'has more decimal digits than the asset' },
    ]);
    expect(await rowsOf('poor')).toEqual([]);
  });

  test('with a key that comes again gives the first answer, to the byte, and has one effect', async () => {
    await fund('twice', 1000);
    const send = (amount: number) =>
      post('/manual-payment', { amount }, { as: of('twice'), headers: { 'idempotency-key': 'once' } });
    const first = await send(3);
    const second = await send(3);
    expect([second.status, second.text, second.headers['idempotent-replayed']]).toEqual([201, first.text, 'true']);
    expect(await rowsOf('twice')).toHaveLength(1);
    expect((await send(4)).json.code).toBe('DUPLICATE_IDEMPOTENCY_KEY');
  });
});

describe('direct-payment', () => {
  const body = { amount: 20, provider: 'Stripe', providerReference: 'pi_1', customerId: 'dora', serviceId: 'order-1' };

  test('records a payment without a wallet transaction, for whoever is known or not', async () => {
    const { status, json } = await post('/direct-payment', body);
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        data: {
          id: UUID,
          customerId: 'dora',
          amount: 20,
          currency: 'USD',
          status: 'PAID',
          walletTransactionId: null,
        },
      },
    ]);
    const [row] = await rowsOf('dora');
    expect(row).toMatchObject({ id: json.data.id, status: 'PAID', transaction_id: null, provider: 'stripe' });
    const { rows } = await server.database.owner.query(
      'select from entries where height = (select max(height) from blocks)',
    );
    expect(rows).toEqual([]);
  });

  test('with a key that comes again gives the first answer', async () => {
    const send = () => post('/direct-payment', body, { headers: { 'idempotency-key': 'card' } });
    const [first, second] = [await send(), await send()];
    expect([second.status, second.text, second.headers['idempotent-replayed']]).toEqual([201, first.text, 'true']);
  });

  test('by the wallet is none', async () => {
    const { status, json } = await post('/direct-payment', { ...body, provider: 'WALLET' });
    expect([status, json.errors]).toEqual([400, [{ field: 'provider', message: 'must not be the wallet' }]]);
  });
});

describe('wallet-info', () => {
  const info = (query: string, as: Call['as']) => server.call('GET', `${BASE}/wallet-info${query}`, as ? { as } : {});

  test('tells the balance and what happened last, with the balances on the way', async () => {
    await fund('info', 1000);
    const { json: paid } = await post('/manual-payment', { amount: 4 }, { as: of('info') });
    const { status, json } = await info('', of('info'));
    expect(status).toBe(200);
    expect(json).toEqual({
      success: true,
      data: {
        walletId: expect.any(Number),
        balance: 6,
        currency: 'USD',
        recentTransactions: [
          { ...paid.data.walletTransaction, createdAt: expect.stringMatching(/Z$/) },
          expect.objectContaining({ transactionType: 'DEPOSIT', balanceBefore: 0, balanceAfter: 10, metadata: {} }),
        ],
      },
    });
    expect((await info('?customerId=info', 'staff')).json).toEqual(json);
  });

  test('lists the last ten', async () => {
    for (let i = 0; i < 12; i += 1) await fund('busy', 100 + i);
    const { json } = await info('', of('busy'));
    const amounts = json.data.recentTransactions.map(({ amount }: { amount: number }) => amount);
    expect(amounts).toEqual([1.11, 1.1, 1.09, 1.08, 1.07, 1.06, 1.05, 1.04, 1.03, 1.02]);
  });

  test('of nobody is 404, of no customer 400', async () => {
    expect((await info('', of('unseen'))).json.code).toBe('WALLET_NOT_FOUND');
    expect((await info('?currency=EUR', of('busy'))).json.code).toBe('WALLET_NOT_FOUND');
    expect((await info('', 'staff')).json.code).toBe('VALIDATION_ERROR');
    expect((await info('?customerId=a%20b', 'staff')).json.code).toBe('VALIDATION_ERROR');
  });
});

describe('a payment record that is settled', () => {
  test.each([
    ["update payment_records set status = 'FAILED'"],
    ['update payment_records set amount = 1'],
    ['delete from payment_records'],
  ])('stays as it is: %s', async (sql) => {
    await expect(server.database.app.query(sql)).rejects.toThrow();
    await expect(server.database.owner.query(sql)).rejects.toThrow('refused');
  });

  test('that somebody broke is found', async () => {
    const other = await openServer();
    try {
      const { owner } = other.database;
      await other.call('POST', '/api/v1/wallets/topup', {
        as: 'service',
        body: { user_id: 'u', asset_code: 'USD', amount: 1000, reference_id: 'u' },
      });
      for (const path of ['/manual-payment', '/direct-payment', '/manual-payment', '/manual-payment'])
        await other.call('POST', BASE + path, {
          as: 'staff',
          body: {
            amount: 1,
            customerId: 'u',
            ...(path === '/direct-payment' && { provider: 'p', providerReference: 'r' }),
          },
        });
      const found = () => checkViolations(owner, MAIN, ['payment-records-linked']);
      expect(await found()).toEqual([]);
      const broken = [
        "update payment_records set amount = amount + 1 where provider = 'p'",
        "update payment_records set transaction_id = id where provider = 'wallet' and height = 2",
        "update payment_records set status = 'PENDING' where height = 4",
        'delete from payment_records where height = 5',
      ];
      await owner.query('alter table payment_records disable trigger all');
      for (const sql of broken) await owner.query(sql);
      expect(await found()).toEqual([
        expect.stringMatching(/names the transaction/),
        expect.stringMatching(/is of 101 of asset 1/),
        expect.stringMatching(/is PENDING/),
        expect.stringMatching(/names the payment record .* which is not there/),
      ]);
    } finally {
      await other.close();
    }
  });
});
