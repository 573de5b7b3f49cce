import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

let references = 0;
async function move(route: 'topup' | 'spend', user_id: string, amount: number, more: object = {}): Promise<string> {
  references += 1;
  const body = { user_id, asset_code: 'USD', amount, reference_id: `ref-${references}`, ...more };
  const { json } = await server.call('POST', `/api/v1/wallets/${route}`, { as: 'service', body });
  return json.data.transaction_id;
}

const read = (id: string, as: Parameters<TestServer['call']>[2] = { as: 'staff' }) =>
  server.call('GET', `/api/v1/transactions/${id}`, as);

const reverse = (id: string, headers: Record<string, string> = {}, reason = 'a mistake') =>
  server.call('POST', `/api/v1/transactions/${id}/reverse`, { as: 'staff', body: { reason }, headers });

const balance = async (user: string): Promise<number> =>
  (await server.call('GET', `/api/v1/wallets/${user}/balance?asset_code=USD`, { as: 'staff' })).json.data.balance;

const UNKNOWN = '01900000-0000-7000-8000-000000000000';

describe('reading', () => {
  test('tells all of a transaction', async () => {
    const id = await move('topup', 'reader', 5, { payment_method: 'mpesa', metadata: { a: [1, 'b'] } });
    const { status, json } = await read(id);
    expect(status).toBe(200);
    expect(json.data).toEqual({
      transaction_id: id,
      operation: 'walletTopup',
      user_id: 'reader',
      reference_id: 'ref-1',
      occurred_at: expect.any(String),
      recorded_at: expect.any(String),
      reverses: null,
      reversed_by: null,
      height: expect.any(Number),
      index: 0,
      metadata: { a: [1, 'b'] },
      details: { payment_method: 'mpesa' },
      entries: [
        {
          owner: null,
          kind: 'clearing:mpesa',
          asset_code: 'USD',
          type: 'DEPOSIT',
          direction: 'DEBIT',
          amount: 5,
          seq: 1,
          balance_before: 0,
          balance_after: -5,
        },
        {
          owner: 'reader',
          kind: 'wallet',
          asset_code: 'USD',
          type: 'DEPOSIT',
          direction: 'CREDIT',
          amount: 5,
          seq: 1,
          balance_before: 0,
          balance_after: 5,
        },
      ],
    });
  });

  test('shows a customer their own part of it alone', async () => {
    const id = await move('topup', 'own', 5);
    const { json } = await read(id, { as: { role: 'customer', subject: 'own' } });
    const [theirs, own] = json.data.entries;
    expect(Object.keys(theirs)).toEqual(['owner', 'kind', 'asset_code', 'type', 'direction', 'amount']);
    expect(own).toMatchObject({ owner: 'own', seq: 1, balance_before: 0, balance_after: 5 });
  });

  test('hides the balances of a transfer’s other side', async () => {
    await move('topup', 'giver', 9);
    const operations = [
      {
        operation: 'walletTransfer',
        sender_id: 'giver',
        recipient_id: 'taker',
        asset_code: 'USD',
        amount: 4,
        reference_id: 'gift',
      },
    ];
    const batch = await server.call('POST', '/api/v1/batch', { as: 'service', body: { operations } });
    const id = batch.json.data.outcomes[0].data.transaction_id;
    const { json } = await read(id, { as: { role: 'customer', subject: 'taker' } });
    expect(json.data.entries[0]).not.toHaveProperty('balance_after');
    expect(json.data.entries[1]).toMatchObject({ owner: 'taker', balance_after: 4 });
    expect((await read(id, { as: { role: 'customer', subject: 'other' } })).status).toBe(404);
  });

  test('of what is not there is 404, of what is no id 400', async () => {
    expect((await read(UNKNOWN)).json.code).toBe('TRANSACTION_NOT_FOUND');
    expect((await read("1'; --")).json.errors[0].field).toBe('id');
  });
});

describe('reversing', () => {
  test('gives the money back by a transaction of its own, each naming the other', async () => {
    const id = await move('topup', 'sorry', 50);
    const { status, json } = await reverse(id);
    expect(status).toBe(201);
    expect(json.data).toMatchObject({
      operation: 'transactionReverse',
      user_id: 'sorry',
      reverses: id,
      reversed_by: null,
      details: { reason: 'a mistake' },
    });
    expect(await balance('sorry')).toBe(0);
    expect((await read(id)).json.data.reversed_by).toBe(json.data.transaction_id);
    expect((await read(json.data.transaction_id)).json.data).toEqual(json.data);
  });

  test('books what the wallet no longer holds as owed', async () => {
    const id = await move('topup', 'spender', 50);
    await move('spend', 'spender', 30);
    const { json } = await reverse(id);
    expect(json.data.entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ owner: 'spender', kind: 'wallet', direction: 'DEBIT', amount: 20 }),
        expect.objectContaining({
          owner: 'spender',
          kind: 'receivable',
          direction: 'DEBIT',
          amount: 30,
          balance_after: -30,
        }),
      ]),
    );
  });

  test('happens once, and only to what moved money forwards', async () => {
    const id = await move('topup', 'once', 5);
    const first = await reverse(id);
    expect((await reverse(id)).json).toMatchObject({ status: 409, code: 'ALREADY_REVERSED' });
    expect((await reverse(first.json.data.transaction_id)).json).toMatchObject({ status: 422, code: 'NOT_REVERSIBLE' });
    expect((await reverse(UNKNOWN)).json).toMatchObject({ status: 404, code: 'TRANSACTION_NOT_FOUND' });
    expect(await balance('once')).toBe(0);
  });

  test('under the same key gets the same answer to the byte', async () => {
    const id = await move('topup', 'keyed', 5);
    const headers = { 'idempotency-key': 'take it back' };
    const first = await reverse(id, headers, 'naïve "quotes" & \\ 1.50');
    const second = await reverse(id, headers, 'naïve "quotes" & \\ 1.50');
    expect([first.status, second.status, second.text]).toEqual([201, 200, first.text]);
    expect((await reverse(id, headers, 'another reason')).json.code).toBe('DUPLICATE_IDEMPOTENCY_KEY');
  });

  test('needs a reason', async () => {
    const id = await move('topup', 'why', 5);
    for (const body of [{}, { reason: '' }, { reason: 'x'.repeat(501) }, { reason: 'a\nb' }]) {
      const { status, json } = await server.call('POST', `/api/v1/transactions/${id}/reverse`, { as: 'staff', body });
      expect([status, json.errors[0].field]).toEqual([400, 'reason']);
    }
  });
});
