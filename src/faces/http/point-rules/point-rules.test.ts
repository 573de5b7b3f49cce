import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkViolations } from '../../../../test/support/checks.ts';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { violations } from '../../../../test/support/truth.ts';

const MAIN = 1n;
const RULES = '/api/v1/point-rules';

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(async () => {
  expect(await violations(server.database.owner, MAIN)).toEqual([]);
  expect(await checkViolations(server.database.owner, MAIN)).toEqual([]);
  await server.close();
});

const put = (rule: string, body: object) => server.call('PUT', `${RULES}/${rule}`, { as: 'admin', body });
const remove = (rule: string) => server.call('DELETE', `${RULES}/${rule}`, { as: 'admin' });
const list = async () => (await server.call('GET', RULES, { as: 'admin' })).json.data.point_rules;

let references = 0;
async function move(path: string, user_id: string, amount: number, asset_code = 'USD') {
  references += 1;
  const body = { user_id, asset_code, amount, reference_id: `points-${references}` };
  const { status, json } = await server.call('POST', `/api/v1/wallets/${path}`, { as: 'service', body });
  expect(status).toBe(201);
  return json.data;
}

async function points(user: string): Promise<number> {
  const { json } = await server.call('GET', `/api/v1/wallets/${user}/balance?asset_code=POINTS`, { as: 'staff' });
  return json.data.balance;
}

test('there are no rules at first, and nothing earns points', async () => {
  expect(await list()).toEqual([]);
  await move('topup', 'early', 1000);
  expect(await points('early')).toBe(0);
});

test('a rule is in force from the next transaction on, and the answer is still about the money', async () => {
  const { status, json } = await put('topup/USD', { per_amount: 100, points: 2, cap: 30 });
  expect([status, json.data]).toEqual([
    200,
    { action: 'topup', asset_code: 'USD', per_amount: 100, points: 2, cap: 30, active: true },
  ]);
  expect(await list()).toEqual([json.data]);
  const movement = await move('topup', 'asha', 1050);
  expect(movement).toMatchObject({ asset_code: 'USD', amount: 1050, balance_before: 0, balance_after: 1050 });
  expect(await points('asha')).toBe(20);
  // The second one finds the points' wallet older than its own.
  await move('topup', 'asha', 5000);
  expect(await points('asha')).toBe(50);
  const { json: entries } = await server.call('GET', '/api/v1/wallets/asha/transactions', { as: 'staff' });
  expect(entries.data.transactions.filter(({ type }: { type: string }) => type === 'POINTS')).toHaveLength(2);
});

test('the answer is about the money even where the wallet of points was there first', async () => {
  await move('bonus', 'points-first', 5, 'POINTS');
  const reference = { user_id: 'points-first', asset_code: 'USD', amount: 700, reference_id: 'points-first' };
  const send = () => server.call('POST', '/api/v1/wallets/topup', { as: 'service', body: reference });
  const first = await send();
  expect(first.json.data).toMatchObject({ asset_code: 'USD', amount: 700, balance_after: 700 });
  expect((await send()).text).toBe(first.text);
  expect(await points('points-first')).toBe(19);
});

test('a pause, another rule and its end count from the next transaction on', async () => {
  await put('topup/USD', { per_amount: 100, points: 2, active: false });
  await move('topup', 'ben', 1000);
  expect(await points('ben')).toBe(0);
  await put('topup/USD', { per_amount: 1000, points: 1 });
  await move('topup', 'ben', 1999);
  expect(await points('ben')).toBe(1);
  expect((await remove('topup/USD')).status).toBe(200);
  await move('topup', 'ben', 5000);
  expect(await points('ben')).toBe(1);
  expect((await remove('topup/USD')).json).toMatchObject({ status: 404, code: 'POINT_RULE_NOT_FOUND' });
  expect(await list()).toEqual([]);
});

test('many at once earn exactly what they would one after another', async () => {
  await put('spend/USD', { per_amount: 10, points: 1 });
  await move('topup', 'many', 10_000);
  await Promise.all(Array.from({ length: 50 }, () => move('spend', 'many', 25)));
  expect(await points('many')).toBe(100);
  await remove('spend/USD');
});

test('a reversal takes points back, as far as there are', async () => {
  await put('topup/USD', { per_amount: 100, points: 1 });
  const { transaction_id } = await move('topup', 'back', 1000);
  await move('spend', 'back', 4, 'POINTS');
  const { status } = await server.call('POST', `/api/v1/transactions/${transaction_id}/reverse`, {
    as: 'staff',
    body: { reason: 'bounced' },
  });
  expect(status).toBe(201);
  expect(await points('back')).toBe(0);
  await remove('topup/USD');
});

test('a payment on the customer faces earns by the rule for pay', async () => {
  await put('pay/USD', { per_amount: 100, points: 1 });
  await move('topup', 'payer', 1000);
  const pay = await server.call('POST', '/api/customer/manual-payment', {
    as: { role: 'customer', subject: 'payer' },
    body: { amount: 5 },
  });
  expect(pay.json.data.walletTransaction).toMatchObject({ amount: 5, balanceAfter: 5 });
  expect(await points('payer')).toBe(5);
  await remove('pay/USD');
});

test.each([
  ['topup/USD', { per_amount: 0, points: 1 }],
  ['topup/USD', { per_amount: 1.5, points: 1 }],
  ['topup/USD', { per_amount: 1, points: 0 }],
  ['topup/USD', { per_amount: 1, points: 1, cap: 0 }],
  ['topup/USD', { points: 1 }],
  ['withdraw/USD', { per_amount: 1, points: 1 }],
])('%s is no rule with %j', async (rule, body) => {
  expect((await put(rule, body)).json.code).toBe('VALIDATION_ERROR');
});

test('a rule for no asset is refused', async () => {
  expect((await put('topup/NONE', { per_amount: 1, points: 1 })).json.code).toBe('ASSET_NOT_FOUND');
});
