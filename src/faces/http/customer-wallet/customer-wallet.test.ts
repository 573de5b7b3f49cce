import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Call, type Claims, openServer, SETTINGS, type TestServer } from '../../../../test/support/http.ts';

const BASE = '/api/v1/customer/wallet';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const post = (path: string, body: unknown, call: Call = {}) =>
  server.call('POST', BASE + path, { as: 'service', body, ...call });
const get = (path: string, as: Claims | 'staff' = 'staff') => server.call('GET', BASE + path, { as });

let customers = 1000;
/** A customer that nobody has met, with an empty wallet. */
async function newWallet(currency = 'USD'): Promise<{ customer: number; wallet: number }> {
  customers += 1;
  const { status, json } = await post('', { customerId: customers, currency });
  expect(status).toBe(201);
  return { customer: customers, wallet: json.data.id };
}

const fund = (walletId: number, amount: number | string) =>
  post('/add-funds', `{"walletId":${walletId},"amount":${amount},"paymentMethod":{"type":"card","id":7}}`);

const DESTINATION = { accountNumber: '0150-9876-54321', bankName: 'CRDB', id: 3 };

describe('each endpoint of the document', () => {
  test('creates a wallet', async () => {
    const { status, json } = await post('', { customerId: 42 });
    expect(status).toBe(201);
    expect(json).toEqual({
      status: 'success',
      data: { id: expect.any(Number), user_id: 42, type: 'customer', currency: 'USD', balance: 0 },
    });
  });

  test('adds funds, withdraws, pays and tells of it', async () => {
    const { customer, wallet } = await newWallet();
    const added = await fund(wallet, 100.5);
    expect([added.status, added.json]).toEqual([
      201,
      {
        status: 'success',
        data: {
          id: expect.any(Number),
          wallet_id: wallet,
          type: 'DEPOSIT',
          amount: 100.5,
          currency: 'USD',
          status: 'completed',
        },
      },
    ]);
    const withdrawn = await post('/withdraw-funds', { walletId: wallet, amount: 20, destination: DESTINATION });
    expect([withdrawn.status, withdrawn.json.data]).toEqual([
      201,
      { ...added.json.data, id: expect.any(Number), type: 'WITHDRAWAL', amount: 20 },
    ]);
    const paid = await post('/pay', { walletId: wallet, serviceId: 9001, amount: 30.25 });
    expect([paid.status, paid.json]).toEqual([
      201,
      {
        status: 'success',
        data: {
          id: expect.any(Number),
          customer_id: customer,
          order_id: 9001,
          amount: 30.25,
          payment_method: 'wallet',
          status: 'completed',
        },
      },
    ]);
    expect((await get(`/${wallet}/balance`)).json).toEqual({
      status: 'success',
      data: { walletId: wallet, balance: 50.25, currency: 'USD', type: 'customer' },
    });
    expect((await get(`/${wallet}/transactions`)).json).toEqual({
      status: 'success',
      data: [
        { ...added.json.data, id: paid.json.data.id, type: 'PAYMENT', amount: 30.25 },
        withdrawn.json.data,
        added.json.data,
      ],
    });
  });

  test('credits a reward, in any asset, to whoever is known or not', async () => {
    const reward = { userId: 777, amount: 50, currency: 'POINTS', transactionType: 'REWARD', description: 'Spin' };
    const { status, json } = await post('/credit', reward);
    expect(status).toBe(201);
    expect(json.data).toEqual({
      id: expect.any(Number),
      wallet_id: expect.any(Number),
      type: 'REWARD',
      amount: 50,
      currency: 'POINTS',
      status: 'completed',
    });
    expect((await get(`/${json.data.wallet_id}/transactions`)).json.data).toEqual([json.data]);
    const { json: found } = await get(`/${json.data.wallet_id}/transactions/${json.data.id}`);
    expect(found.data).toMatchObject({ ...json.data, description: 'Spin', balance_before: 0, balance_after: 50 });
  });
});
