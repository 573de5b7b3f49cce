import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

let references = 0;
const reference = (): string => {
  references += 1;
  return `ref-${references}`;
};

const topup = (user_id: string, amount: number, more: object = {}) =>
  server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id, asset_code: 'GOLD_COINS', amount, reference_id: reference(), ...more },
  });

const spend = (user_id: string, amount: number, more: object = {}) =>
  server.call('POST', '/api/v1/wallets/spend', {
    as: 'service',
    body: { user_id, asset_code: 'GOLD_COINS', amount, reference_id: reference(), ...more },
  });

describe('top-up, bonus and spend', () => {
  test('the examples of the document work as it writes them', async () => {
    const calls: [string, object, number, number][] = [
      [
        'topup',
        {
          amount: 10000,
          reference_id: 'payment_stripe_pi_xxx',
          payment_method: 'stripe',
          metadata: { payment_intent_id: 'pi_xxx' },
        },
        0,
        10000,
      ],
      [
        'bonus',
        {
          amount: 500,
          reference_id: 'bonus_referral_xyz',
          bonus_type: 'REFERRAL',
          metadata: { referred_by: 'user_bob' },
        },
        10000,
        10500,
      ],
      [
        'spend',
        {
          amount: 300,
          reference_id: 'purchase_item_xyz',
          item_id: 'skin_dragon_001',
          metadata: { item_name: 'Dragon Skin' },
        },
        10500,
        10200,
      ],
    ];
    for (const [route, fields, before, after] of calls) {
      const body = { user_id: 'user_alice', asset_code: 'GOLD_COINS', ...fields } as Record<string, unknown>;
      const answer = await server.call('POST', `/api/v1/wallets/${route}`, { as: 'service', body });
      expect(answer.status).toBe(201);
      expect(answer.json).toEqual({
        success: true,
        data: {
          transaction_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          reference_id: body.reference_id,
          user_id: 'user_alice',
          asset_code: 'GOLD_COINS',
          amount: body.amount,
          balance_before: before,
          balance_after: after,
          created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      });
    }
    const balance = await server.call('GET', '/api/v1/wallets/user_alice/balance?asset_code=GOLD_COINS', {
      as: 'staff',
    });
    expect(balance.json).toEqual({
      success: true,
      data: { user_id: 'user_alice', asset_code: 'GOLD_COINS', balance: 10200 },
    });
  });

  test('the same request again gets the same answer to the byte, and moves nothing', async () => {
    const reference_id = reference();
    const first = await topup('replayer', 70, { reference_id });
    const second = await topup('replayer', 70, { reference_id });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.text).toBe(first.text);
    expect([first.headers['idempotent-replayed'], second.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
    const balance = await server.call('GET', '/api/v1/wallets/replayer/balance?asset_code=GOLD_COINS', { as: 'staff' });
    expect(balance.json.data.balance).toBe(70);
  });

  test('another request under a used reference is 409, on whichever route', async () => {
    const reference_id = reference();
    await topup('keeper', 70, { reference_id });
    for (const answer of [await topup('keeper', 71, { reference_id }), await spend('keeper', 70, { reference_id })]) {
      expect(answer.status).toBe(409);
      expect(answer.json.code).toBe('DUPLICATE_IDEMPOTENCY_KEY');
    }
  });

  test('the Idempotency-Key header stands for a reference, and must not contradict one', async () => {
    const body = { user_id: 'header', asset_code: 'USD', amount: 5 };
    const call = (more: object, key: string) =>
      server.call('POST', '/api/v1/wallets/topup', {
        as: 'service',
        body: { ...body, ...more },
        headers: { 'idempotency-key': key },
      });
    const first = await call({}, 'the-key');
    expect(first.status).toBe(201);
    expect(first.json.data.reference_id).toBe('the-key');
    expect((await call({ reference_id: 'the-key' }, 'the-key')).text).toBe(first.text);
    const contradiction = await call({ reference_id: 'another' }, 'the-key');
    expect(contradiction.status).toBe(400);
    expect(contradiction.json.errors[0].field).toBe('Idempotency-Key');
    expect((await call({}, 'with space')).json.errors[0].field).toBe('Idempotency-Key');
    expect((await call({}, 'k'.repeat(101))).json.errors[0].field).toBe('Idempotency-Key');
  });

  test('without any reference it is 400', async () => {
    const { status, json } = await topup('nobody-yet', 5, { reference_id: undefined });
    expect([status, json.code, json.errors[0].field]).toEqual([400, 'VALIDATION_ERROR', 'reference_id']);
  });

  test('a spend that the wallet does not cover is 422 and tells what is missing', async () => {
    await topup('poor', 10);
    const { status, json, headers } = await spend('poor', 11);
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(json).toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
      status: 422,
      details: { asset: 'GOLD_COINS', available: '10', required: '11' },
    });
  });

  test('a customer nobody has seen cannot spend, and an unknown asset is named', async () => {
    expect((await spend('ghost', 1)).json).toMatchObject({ status: 404, code: 'WALLET_NOT_FOUND' });
    expect((await topup('ghost', 1, { asset_code: 'NOPE' })).json).toMatchObject({
      status: 404,
      code: 'ASSET_NOT_FOUND',
    });
  });

  test('fields that the document does not have are refused by name', async () => {
    for (const field of ['balance', 'status', 'role', 'id', 'ledger_id', '__proto__']) {
      const body = `{"user_id":"mass","asset_code":"USD","amount":1,"reference_id":"${reference()}","${field}":1}`;
      const { status, json } = await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
      expect([status, json.errors]).toEqual([400, [{ field, message: 'is not known here' }]]);
    }
  });
});

describe('balance', () => {
  test('without an asset it is all of them; an asset never held is 0', async () => {
    await topup('rich', 5);
    await topup('rich', 7, { asset_code: 'USD' });
    const all = await server.call('GET', '/api/v1/wallets/rich/balance', { as: 'staff' });
    expect(all.json).toEqual({
      success: true,
      data: {
        user_id: 'rich',
        balances: [
          { asset_code: 'USD', balance: 7 },
          { asset_code: 'GOLD_COINS', balance: 5 },
        ],
      },
    });
    const none = await server.call('GET', '/api/v1/wallets/rich/balance?asset_code=DIAMONDS', { as: 'staff' });
    expect(none.json.data.balance).toBe(0);
  });

  test('unknown customers and assets are 404, a strange query is 400', async () => {
    const get = (path: string) => server.call('GET', `/api/v1/wallets/${path}`, { as: 'staff' });
    expect((await get('ghost/balance')).json.code).toBe('WALLET_NOT_FOUND');
    expect((await get('ghost/balance?asset_code=USD')).json.code).toBe('WALLET_NOT_FOUND');
    expect((await get('ghost/balance?asset_code=NOPE')).json.code).toBe('ASSET_NOT_FOUND');
    expect((await get('ghost/balance?asset_code=usd')).json.errors[0].field).toBe('asset_code');
    expect((await get('ghost/balance?asset=USD')).json.errors[0].field).toBe('asset');
    expect((await get('gh%00st/balance')).json.errors[0].field).toBe('user_id');
    expect((await get(`${'g'.repeat(101)}/balance`)).json.errors[0].field).toBe('user_id');
  });
});

describe('history', () => {
  const page = async (query: string) =>
    (await server.call('GET', `/api/v1/wallets/historian/transactions${query}`, { as: 'staff' })).json;

  beforeAll(async () => {
    for (let i = 1; i <= 5; i += 1) {
      await topup('historian', i);
      await topup('historian', 10 * i, { asset_code: 'USD', metadata: { i, price: 'x' } });
    }
  });

  test('is newest first over all assets, each entry with its balances', async () => {
    const { data } = await page('');
    expect(data.transactions.map(({ amount }: { amount: number }) => amount)).toEqual([
      50, 5, 40, 4, 30, 3, 20, 2, 10, 1,
    ]);
    expect(data.next_cursor).toBeNull();
    expect(data.transactions[0]).toEqual({
      transaction_id: expect.any(String),
      type: 'DEPOSIT',
      direction: 'CREDIT',
      asset_code: 'USD',
      amount: 50,
      balance_before: 100,
      balance_after: 150,
      reference_id: expect.any(String),
      metadata: { i: 5, price: 'x' },
      occurred_at: expect.any(String),
      created_at: expect.any(String),
    });
    expect(data.transactions[1]).not.toHaveProperty('metadata');
  });

  test.each([['?limit=3'], ['?limit=1'], ['?limit=2&asset_code=USD']])(
    'pages %s put together are the whole, whatever comes in between',
    async (query) => {
      const whole = (await page(query.replace(/limit=\d+/, 'limit=200'))).data.transactions;
      const found = [];
      for (let cursor = ''; ; ) {
        const { data } = await page(query + cursor);
        found.push(...data.transactions);
        if (data.next_cursor === null) break;
        cursor = `&cursor=${data.next_cursor}`;
        await topup('historian', 1);
        await topup('historian', 1, { asset_code: 'POINTS' });
      }
      expect(found).toEqual(whole);
    },
  );

  test('numbers in metadata keep their letters', async () => {
    const body = `{"user_id":"letters","asset_code":"USD","amount":1,"reference_id":"${reference()}","metadata":{"price":1.50,"big":9007199254740993}}`;
    const answer = await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
    const history = await server.call('GET', '/api/v1/wallets/letters/transactions', { as: 'staff' });
    expect(history.text).toContain('"metadata":{"price":1.50,"big":9007199254740993}');
    const { transaction_id } = answer.json.data;
    const transaction = await server.call('GET', `/api/v1/transactions/${transaction_id}`, { as: 'staff' });
    expect(transaction.text).toContain('"metadata":{"price":1.50,"big":9007199254740993}');
    const replay = await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
    expect([replay.status, replay.text]).toEqual([200, answer.text]);
  });

  test.each(['limit=0', 'limit=201', 'limit=abc', 'limit=1.5', 'limit=', 'limit=1e1', 'limit=1&limit=2'])(
    '?%s is 400',
    async (query) => {
      const { status, errors } = await page(`?${query}`);
      expect([status, errors[0].field]).toEqual([400, 'limit']);
    },
  );

  test.each(['x', 'MTo', 'OTk5OTk5OTk5OTk5OTk5OTk5OTk6MQ', '%00'])('the cursor %s is 400', async (cursor) => {
    const { status, errors } = await page(`?cursor=${cursor}`);
    expect([status, errors[0].field]).toEqual([400, 'cursor']);
  });

  test('of an unknown customer is 404', async () => {
    const { json } = await server.call('GET', '/api/v1/wallets/ghost/transactions', { as: 'staff' });
    expect(json.code).toBe('WALLET_NOT_FOUND');
  });
});
