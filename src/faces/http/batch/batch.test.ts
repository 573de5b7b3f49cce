import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import type { Engine } from '../../../engine/submission.ts';
import { Unavailable } from '../../../engine/submission.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

const send = (operations: unknown) => server.call('POST', '/api/v1/batch', { as: 'service', body: { operations } });

const topup = (user_id: string, amount: unknown, reference_id: unknown) => ({
  operation: 'walletTopup',
  user_id,
  asset_code: 'USD',
  amount,
  reference_id,
});

test('every operation has its outcome, in order, whatever became of its neighbours', async () => {
  const operations = [
    topup('ann', 100, 'b-1'),
    { operation: 'walletBonus', user_id: 'ann', asset_code: 'USD', amount: 5, reference_id: 'b-2', bonus_type: 'GIFT' },
    { operation: 'walletSpend', user_id: 'ann', asset_code: 'USD', amount: 30, reference_id: 'b-3', item_id: 'hat' },
    {
      operation: 'walletTransfer',
      sender_id: 'ann',
      recipient_id: 'ben',
      asset_code: 'USD',
      amount: 25,
      reference_id: 'b-4',
    },
    { operation: 'walletSpend', user_id: 'ben', asset_code: 'USD', amount: 26, reference_id: 'b-5' },
    topup('ann', 100, 'b-1'),
    topup('ann', 101, 'b-1'),
    topup('ann', 1.5, 'b-6'),
    { operation: 'walletMint', user_id: 'ann' },
    null,
  ];
  const { status, json } = await send(operations);
  expect(status).toBe(200);
  const { outcomes, ...counts } = json.data;
  expect(outcomes.map((outcome: { status: number }) => outcome.status)).toEqual([
    201, 201, 201, 201, 422, 200, 409, 400, 400, 400,
  ]);
  expect(counts).toEqual({ succeeded: 4, replayed: 1, refused: 5, unavailable: 0 });
  expect(outcomes[0].data).toMatchObject({
    user_id: 'ann',
    reference_id: 'b-1',
    balance_before: 0,
    balance_after: 100,
  });
  expect(outcomes[3].data).toMatchObject({
    sender_id: 'ann',
    recipient_id: 'ben',
    balance_before: 75,
    balance_after: 50,
  });
  expect(outcomes[3].data).not.toHaveProperty('user_id');
  expect(outcomes[4].error).toMatchObject({ code: 'INSUFFICIENT_FUNDS', details: { available: '25', required: '26' } });
  expect(outcomes[5].data).toEqual(outcomes[0].data);
  expect(outcomes[6].error.code).toBe('DUPLICATE_IDEMPOTENCY_KEY');
  expect(outcomes[7].error.errors).toEqual([{ field: 'amount', message: 'must be a whole number of minor units' }]);
  expect(outcomes[8].error.errors[0].field).toBe('operation');

  const again = await send(operations.slice(0, 4));
  expect(again.json.data.outcomes).toEqual(
    outcomes.slice(0, 4).map((outcome: object) => ({ ...outcome, status: 200 })),
  );
});

test('a transfer to oneself is refused', async () => {
  const { json } = await send([
    {
      operation: 'walletTransfer',
      sender_id: 'ann',
      recipient_id: 'ann',
      asset_code: 'USD',
      amount: 1,
      reference_id: 'self',
    },
  ]);
  expect(json.data.outcomes[0]).toMatchObject({ status: 400, error: { code: 'SAME_WALLET' } });
});

test('a reference is needed for each', async () => {
  const { json } = await send([topup('ann', 1, undefined)]);
  expect(json.data.outcomes[0].error.errors).toEqual([{ field: 'reference_id', message: 'is missing' }]);
});

test('10,000 operations are taken, 10,001 and none are not', async () => {
  const many = Array.from({ length: 10_001 }, (_, i) => topup(`many-${i % 100}`, 1, `many-${i}`));
  const { json } = await send(many.slice(1));
  expect(json.data.succeeded).toBe(10_000);
  for (const operations of [many, [], 'x', undefined]) {
    const answer = await send(operations);
    expect([answer.status, answer.json.errors[0].field]).toEqual([400, 'operations']);
  }
});

test('a body may have 8 MiB, and no more', async () => {
  const filled = (bytes: number) => `{"operations":[{"operation":"${'x'.repeat(bytes)}"}]}`;
  const call = (body: string) => server.call('POST', '/api/v1/batch', { as: 'service', body });
  expect((await call(filled(7 * 1024 * 1024))).json.data.outcomes[0].status).toBe(400);
  expect((await call(filled(8 * 1024 * 1024))).status).toBe(413);
});

test('a duplicate key is refused with its place', async () => {
  const body = '{"operations":[{"amount":1},{"amount":1,"amount":2}]}';
  const { status, json } = await server.call('POST', '/api/v1/batch', { as: 'service', body });
  expect([status, json.errors[0].field]).toEqual([400, 'operations.1.amount']);
});

describe('where the engine can take no more', () => {
  let busy: TestServer;
  beforeAll(async () => {
    const engine: Engine = {
      submit: () => Promise.reject(new Unavailable('busy', 2)),
      drain: async () => {},
      waiting: 0,
    };
    busy = await openServer({ engine });
  });
  afterAll(() => busy.close());

  test('the outcome says that nothing is known', async () => {
    const body = { operations: [topup('ann', 1, 'x')] };
    const { status, json } = await busy.call('POST', '/api/v1/batch', { as: 'service', body });
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ outcomes: [{ status: 503, error: { code: 'UNAVAILABLE' } }], unavailable: 1 });
  });

  test('a single operation is 503 with Retry-After', async () => {
    const body = { user_id: 'ann', asset_code: 'USD', amount: 1, reference_id: 'x' };
    const { status, json, headers } = await busy.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '2']);
  });
});
