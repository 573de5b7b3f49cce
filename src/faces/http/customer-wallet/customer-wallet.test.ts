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

describe('amounts', () => {
  const pay = (walletId: number, literal: string) =>
    post('/pay', `{"walletId":${walletId},"serviceId":1,"amount":${literal}}`);
  const balance = async (walletId: number) => (await get(`/${walletId}/balance`)).text.match(/"balance":([^,]*)/)?.[1];

  test('0.1 and 0.2 are 0.3', async () => {
    const { wallet } = await newWallet();
    await fund(wallet, '0.1');
    await fund(wallet, '0.2');
    expect(await balance(wallet)).toBe('0.3');
    expect((await pay(wallet, '0.30')).status).toBe(201);
    expect(await balance(wallet)).toBe('0');
  });

  test('the largest amount is exact to the cent, and so is a balance far above it', async () => {
    const { wallet } = await newWallet();
    // 10^12 minor units, less one, and one.
    expect((await fund(wallet, '9999999999.99')).text).toContain('"amount":9999999999.99,');
    await fund(wallet, '0.01');
    expect(await balance(wallet)).toBe('10000000000');
    for (let i = 1; i < 100; i += 1) await fund(wallet, '10000000000');
    await fund(wallet, '0.01');
    expect(await balance(wallet)).toBe('1000000000000.01');
    expect((await pay(wallet, '0.02')).status).toBe(201);
    expect(await balance(wallet)).toBe('999999999999.99');
  });

  test('one more than the largest is refused', async () => {
    const { wallet } = await newWallet();
    const { status, json } = await fund(wallet, '10000000000.01');
    expect([status, json.code]).toEqual([400, 'INVALID_AMOUNT']);
  });

  test('0.001 USD is refused by the name of the field, and records nothing', async () => {
    const { wallet } = await newWallet();
    const { status, json } = await fund(wallet, '0.001');
    expect([status, json]).toEqual([
      400,
      { status: 'error', code: 'INVALID_AMOUNT', message: 'amount has more decimal digits than the asset' },
    ]);
    expect((await get(`/${wallet}/transactions`)).json.data).toEqual([]);
  });

  test.each(['0', '-1', '1e2', '"1"', 'null', '0.000000001', '[1]'])('%s is no amount', async (literal) => {
    const { wallet } = await newWallet();
    const { status, json } = await pay(wallet, literal);
    expect([status, json.status]).toEqual([400, 'error']);
    expect(json.message).toContain(literal === '1e2' ? 'exponent' : 'amount');
    // Text that is no JSON of ours has no amount to speak of.
    if (literal !== '1e2') expect(json.code).toBe('INVALID_AMOUNT');
  });

  test('half a coin is no amount of coins', async () => {
    const { wallet } = await newWallet('GOLD_COINS');
    expect((await pay(wallet, '0.5')).json.code).toBe('INVALID_AMOUNT');
  });
});

describe('what is refused', () => {
  test('more than the wallet holds is 400 INSUFFICIENT_FUNDS', async () => {
    const { wallet } = await newWallet();
    await fund(wallet, 5);
    for (const [path, more] of [
      ['/pay', { serviceId: 1 }],
      ['/withdraw-funds', { destination: DESTINATION }],
    ] as const) {
      const { status, json } = await post(path, { walletId: wallet, amount: 5.01, ...more });
      expect([status, json]).toEqual([
        400,
        { status: 'error', code: 'INSUFFICIENT_FUNDS', message: 'the wallet holds less than the amount' },
      ]);
    }
    expect((await get(`/${wallet}/balance`)).json.data.balance).toBe(5);
  });

  test('a second wallet in the same currency is 409 WALLET_EXISTS, in another it is not', async () => {
    const { customer, wallet } = await newWallet();
    const again = await post('', { customerId: String(customer) });
    expect([again.status, again.json.code]).toEqual([409, 'WALLET_EXISTS']);
    const other = await post('', { customerId: customer, currency: 'TZS' });
    expect(other.status).toBe(201);
    expect(other.json.data.id).not.toBe(wallet);
  });

  test.each(['999999', '0', 'x', '1.5', '-1', '99999999999999999999'])('wallet %s is 404', async (id) => {
    for (const path of [`/${id}/balance`, `/${id}/transactions`, `/${id}/transactions/1`]) {
      const { status, json } = await get(path);
      expect([status, json.status, json.code]).toEqual([404, 'error', 'WALLET_NOT_FOUND']);
    }
  });

  test('the account of a customer that is no wallet has no address here', async () => {
    const slip = { item_id: 'I', description: 'Tea', quantity: 1, unit_price_cents: 500 };
    await server.call('POST', '/api/wallet/credit-slips', {
      as: 'staff',
      body: { customer_id: 'owes', store_id: 'S1', currency: 'USD', lines: [slip] },
    });
    const { rows } = await server.database.owner.query<{ id: bigint }>("select id from accounts where owner = 'owes'");
    expect(rows).toHaveLength(1);
    expect((await get(`/${rows[0]?.id}/balance`)).status).toBe(404);
  });

  test('what the document does not know is 400 and named', async () => {
    const { status, json } = await post('', { customerId: 5, colour: 'red' });
    expect([status, json]).toEqual([
      400,
      { status: 'error', code: 'VALIDATION_ERROR', message: 'colour is not known here' },
    ]);
    expect((await post('/credit', { userId: 5, amount: 1, currency: 'NONE' })).json.code).toBe('ASSET_NOT_FOUND');
  });
});

describe('a key that comes again', () => {
  const twice = async (path: string, body: object, key: string) => {
    const headers = { 'idempotency-key': key };
    const first = await post(path, body, { headers });
    const second = await post(path, body, { headers });
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    return first;
  };

  test('gives the first answer, to the byte, and has one effect', async () => {
    await twice('', { customerId: 'replayed' }, 'create');
    const wallet = (await twice('/credit', { userId: 'replayed', amount: 10, transactionType: 'GIFT' }, 'credit')).json
      .data.wallet_id;
    await twice('/add-funds', { walletId: wallet, amount: 10, paymentMethod: { type: 'cash' } }, 'add');
    await twice('/withdraw-funds', { walletId: wallet, amount: 1, destination: DESTINATION }, 'withdraw');
    await twice('/pay', { walletId: wallet, serviceId: 'order-7', amount: 2.5 }, 'pay');
    expect((await get(`/${wallet}/balance`)).json.data.balance).toBe(16.5);
    expect((await get(`/${wallet}/transactions`)).json.data).toHaveLength(4);
  });

  test('with another request is 409, even where only the account to pay out to is another', async () => {
    const { wallet } = await newWallet();
    await fund(wallet, 10);
    const headers = { 'idempotency-key': 'other' };
    const body = { walletId: wallet, amount: 1, destination: DESTINATION };
    await post('/withdraw-funds', body, { headers });
    const elsewhere = { ...body, destination: { ...DESTINATION, accountNumber: '9999-9876-54321' } };
    const { status, json } = await post('/withdraw-funds', elsewhere, { headers });
    expect([status, json.code]).toEqual([409, 'DUPLICATE_IDEMPOTENCY_KEY']);
  });
});

describe('transactions', () => {
  let wallet: number;
  let ids: number[];
  beforeAll(async () => {
    wallet = (await newWallet()).wallet;
    ids = [];
    for (let i = 1; i <= 105; i += 1) ids.unshift((await fund(wallet, i)).json.data.id);
  });
  const idsOf = async (query: string) => {
    const { json, headers } = await get(`/${wallet}/transactions${query}`);
    return { ids: json.data.map(({ id }: { id: number }) => id), link: headers.link };
  };

  test('come newest first, 100 at most', async () => {
    expect((await idsOf('')).ids).toEqual(ids.slice(0, 100));
    expect((await get(`/${wallet}/transactions?limit=101`)).status).toBe(400);
  });

  test('come in pages', async () => {
    expect((await idsOf('?limit=10&page=2')).ids).toEqual(ids.slice(10, 20));
    expect((await idsOf('?limit=10&page=11')).ids).toEqual(ids.slice(100));
    expect((await idsOf('?limit=10&page=12')).ids).toEqual([]);
  });

  test('come after a cursor, with nothing twice or left out though more are recorded meanwhile', async () => {
    const seen: number[] = [];
    let query: string | undefined = '?limit=40';
    while (query !== undefined) {
      const page: { ids: number[]; link: string | undefined } = await idsOf(query);
      seen.push(...page.ids);
      await fund(wallet, 1);
      query = page.link?.match(/transactions(\?[^>]*)>; rel="next"/)?.[1];
    }
    expect(seen).toEqual(ids);
  });

  test.each(['cursor=1', 'cursor=x', 'page=2&cursor=16385', 'page=0', 'limit=0', 'other=1'])(
    '?%s is refused',
    async (query) => {
      expect((await get(`/${wallet}/transactions?${query}`)).json.code).toBe('VALIDATION_ERROR');
    },
  );

  test('one is found by its number, in its own wallet alone', async () => {
    const { json } = await get(`/${wallet}/transactions/${ids[0]}`);
    expect(json.data).toMatchObject({ id: ids[0], amount: 105, payment_method_id: 7, description: null });
    const { rows } = await server.database.owner.query<{ customer: string }>(
      'select customer from operations where id = $1',
      [json.data.transaction_id],
    );
    expect(rows).toHaveLength(1);
    const other = await newWallet();
    expect((await get(`/${other.wallet}/transactions/${ids[0]}`)).json.code).toBe('TRANSACTION_NOT_FOUND');
    for (const id of ['0', 'x', '1', '9007199254740991', '99999999999999999999'])
      expect((await get(`/${wallet}/transactions/${id}`)).status).toBe(404);
  });
});

test('of an account to pay out to the books keep the bank and four characters', async () => {
  const { wallet } = await newWallet();
  await fund(wallet, 10);
  const { json } = await post('/withdraw-funds', { walletId: wallet, amount: 1, destination: DESTINATION });
  const { rows } = await server.database.owner.query<{ data: unknown; all: string }>(
    'select data, row_to_json(o)::text as all from operations o where height = $1 and index = $2',
    [Math.floor(json.data.id / 2 ** 14), json.data.id % 2 ** 14],
  );
  expect(rows[0]?.data).toEqual({ destination: { bank_name: 'CRDB', account_last4: '4321', id: '3' } });
  expect(rows[0]?.all).not.toContain('9876');
});

describe('where the house lets customers record their own payments', () => {
  let trusting: TestServer;
  beforeAll(async () => {
    trusting = await openServer({ settings: { ...SETTINGS, customerRecordedPayments: 'allow' } });
  });
  afterAll(() => trusting.close());

  test('they add funds to their own wallet and record their own card payments, and nobody else’s', async () => {
    const created = await trusting.call('POST', BASE, { as: 'staff', body: { customerId: 'own' } });
    const walletId = created.json.data.id;
    const add = (subject: string) =>
      trusting.call('POST', `${BASE}/add-funds`, {
        as: { role: 'customer', subject },
        body: { walletId, amount: 5, paymentMethod: { type: 'card', id: 1 } },
      });
    expect((await add('own')).status).toBe(201);
    expect([(await add('other')).status, (await add('other')).json.code]).toEqual([404, 'WALLET_NOT_FOUND']);
    const direct = (subject: string) =>
      trusting.call('POST', '/api/customer/direct-payment', {
        as: { role: 'customer', subject },
        body: { customerId: 'own', amount: 5, provider: 'stripe', providerReference: 'pi_1' },
      });
    expect((await direct('own')).status).toBe(201);
    expect((await direct('other')).json.code).toBe('WALLET_NOT_FOUND');
  });
});
