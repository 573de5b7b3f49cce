import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  for (let n = 0; n < 5; n += 1) await topup(`first-${n}`);
});
afterAll(() => server.close());

const topup = (reference_id: string) =>
  server.call('POST', '/api/v1/wallets/topup', {
    as: 'service',
    body: { user_id: '42', asset_code: 'USD', amount: 1250, reference_id },
  });

const read = async (query = '') => (await server.call('GET', `/api/v1/events${query}`, { as: 'service' })).json;

test('the feed tells everything in order, each event in full', async () => {
  const { data } = await read();
  expect(data.more).toBe(false);
  expect(data.events.map(({ type }: { type: string }) => type).slice(0, 2)).toEqual([
    'wallet.funds_added',
    'wallet.balance_changed',
  ]);
  expect(data.events[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}-0$/),
    type: 'wallet.funds_added',
    ledger: '1',
    customer: '42',
    place: '1.0.0',
    occurredAt: expect.any(String),
    recordedAt: expect.any(String),
    data: {
      customerId: '42',
      walletId: expect.any(Number),
      transactionId: expect.any(String),
      reference: 'first-0',
      type: 'DEPOSIT',
      amount: 12.5,
      currency: 'USD',
      balanceBefore: 0,
      balanceAfter: 12.5,
    },
  });
});

test('page by page it is the same, and what is committed later comes behind', async () => {
  const whole = (await read()).data.events;
  const paged: unknown[] = [];
  let next: string | null = null;
  for (;;) {
    const { data } = await read(`?limit=3${next === null ? '' : `&after=${next}`}`);
    expect(data.events.length).toBeLessThanOrEqual(3);
    paged.push(...data.events);
    next = data.next;
    if (!data.more) break;
  }
  expect(paged).toEqual(whole);
  expect((await read(`?after=${next}`)).data).toEqual({ events: [], next, more: false });
  await topup('later');
  expect((await read(`?after=${next}`)).data.events.map(({ type }: { type: string }) => type)).toEqual([
    'wallet.funds_added',
    'wallet.balance_changed',
  ]);
});

test('types picks some of them', async () => {
  const { data } = await read('?types=wallet.balance_changed&limit=1000');
  expect(new Set(data.events.map(({ type }: { type: string }) => type))).toEqual(new Set(['wallet.balance_changed']));
  expect(data.events.length).toBeGreaterThan(4);
});

test('a type that is none is told by its place: what it is may be a secret', async () => {
  const { errors } = await read('?types=wallet.funds_added,4111111111111111');
  expect(errors).toEqual([{ field: 'types', message: 'must name types of events, and number 2 is none' }]);
});

test.each([
  ['?after=here', 'after'],
  ['?types=wallet.nothing', 'types'],
  ['?limit=0', 'limit'],
  ['?limit=1001', 'limit'],
  ['?before=1', 'before'],
])('%s is refused, naming the field', async (query, field) => {
  expect(await read(query)).toMatchObject({ status: 400, code: 'VALIDATION_ERROR', errors: [{ field }] });
});
