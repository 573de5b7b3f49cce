import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, SETTINGS, type TestServer } from '../../../../test/support/http.ts';

let server: TestServer;
beforeAll(async () => {
  const desk = { cashierWithdrawLimit: new Map([['USD', 500n]]), secondApproverAbove: new Map([['USD', 1000n]]) };
  server = await openServer({ settings: { ...SETTINGS, desk } });
  await setPin('sue', '2468');
});
afterAll(() => server.close());

const CASHIER = { role: 'cashier', subject: 'carl' } as const;

const setPin = (subject: string, pin: string) =>
  server.call('PUT', '/api/v1/approvers/me/pin', { as: { role: 'supervisor', subject }, body: { pin } });

interface Wanted {
  readonly operation: string;
  readonly path: string;
  readonly body: object;
}

const approve = (wanted: Wanted, { approver = 'sue', pin = '2468', as = CASHIER as object } = {}) =>
  server.call('POST', '/api/v1/approvals', { as: as as typeof CASHIER, body: { approver, pin, ...wanted } });

const send = ({ path, body }: Wanted, headers: Record<string, string> = {}, as: object = CASHIER) =>
  server.call('POST', path, {
    as: as as typeof CASHIER,
    body,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  });

const topup = async (user_id: string, amount = 1000): Promise<string> => {
  const body = { user_id, asset_code: 'USD', amount, reference_id: randomUUID() };
  return (await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body })).json.data.transaction_id;
};

const reversal = async (user: string): Promise<Wanted> => ({
  operation: 'transactionReverse',
  path: `/api/v1/transactions/${await topup(user)}/reverse`,
  body: { reason: 'typed wrongly' },
});

test('a reversal of a cashier needs an approval, and names the approver for ever', async () => {
  const wanted = await reversal('asha');
  expect((await send(wanted)).json).toMatchObject({ code: 'APPROVAL_REQUIRED', details: { reason: 'reversal' } });
  const given = await approve(wanted);
  expect(given.status).toBe(201);
  const done = await send(wanted, { approval: given.json.data.token });
  expect(done.status).toBe(201);
  expect(done.json.data.details).toEqual({ reason: 'typed wrongly', approved_by: 'sue' });
  const trail = await server.call('GET', '/api/wallet/audit-trail?operation_type=TRANSACTION_REVERSED', {
    as: 'auditor',
  });
  expect(trail.json.entries[0]).toMatchObject({ user_id: 'carl', operation_data: { approved_by: 'sue' } });
});

test('an approval is for one request: another key, body, path or person gets nothing by it', async () => {
  const wanted = await reversal('asha');
  const approval = (await approve(wanted)).json.data.token;
  const other = await reversal('asha');
  for (const refused of [
    await send({ ...wanted, body: { reason: 'another' } }, { approval }),
    await send(other, { approval }),
    await send(wanted, { approval }, { role: 'cashier', subject: 'other' }),
    await send(wanted, { approval: 'A'.repeat(43) }),
  ]) {
    expect([refused.status, refused.json.code]).toEqual([403, 'APPROVAL_INVALID']);
  }
  const headers = { approval, 'idempotency-key': 'till 1' };
  const done = await send(wanted, headers);
  const again = await send(wanted, headers);
  expect([done.status, again.status, again.text]).toEqual([201, 200, done.text]);
  expect((await send(wanted, { approval })).json.code).toBe('APPROVAL_INVALID');
});

test('of many that come with it at once under different keys one passes', async () => {
  const wanted = await reversal('asha');
  const approval = (await approve(wanted)).json.data.token;
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(wanted, { approval })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ json }) => json.code === 'APPROVAL_INVALID')).toHaveLength(7);
});

test('an approval ends, except for the request that it was used for', async () => {
  const [used, unused] = [await reversal('asha'), await reversal('asha')];
  const [first, second] = [(await approve(used)).json.data.token, (await approve(unused)).json.data.token];
  const headers = { approval: first, 'idempotency-key': 'in time' };
  expect((await send(used, headers)).status).toBe(201);
  await server.database.owner.query("update approvals set expires_at = now() - interval '1 second'");
  expect((await send(used, headers)).status).toBe(200);
  expect((await send(unused, { approval: second })).json.code).toBe('APPROVAL_INVALID');
});

test('without an idempotency key it is not taken', async () => {
  const wanted = await reversal('asha');
  const approval = (await approve(wanted)).json.data.token;
  const { json } = await server.call('POST', wanted.path, { as: CASHIER, body: wanted.body, headers: { approval } });
  expect(json.errors).toEqual([{ field: 'Idempotency-Key', message: 'is missing' }]);
});

describe('a PIN', () => {
  test('that is wrong, or of nobody, gives the same answer', async () => {
    const wanted = await reversal('asha');
    for (const options of [{ pin: '1111' }, { approver: 'nobody' }])
      expect((await approve(wanted, options)).json).toMatchObject({ status: 403, code: 'APPROVER_REFUSED' });
    expect((await approve(wanted, { approver: 'carl' })).json.errors[0].field).toBe('approver');
  });

  test('counts no more after five wrong ones, even at once, until its owner sets another', async () => {
    await setPin('lou', '135790');
    const wanted = await reversal('asha');
    const guess = (pin: string) => approve(wanted, { approver: 'lou', pin });
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(String(1000 + n))));
    const codes = guesses.map(({ json }) => json.code);
    expect(codes.filter((code) => code === 'APPROVER_REFUSED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'APPROVER_LOCKED')).toHaveLength(7);
    expect((await guess('135790')).json.code).toBe('APPROVER_LOCKED');
    const list = await server.call('GET', '/api/v1/approvers', { as: CASHIER });
    expect(list.json.data.approvers).toContainEqual(expect.objectContaining({ subject: 'lou', locked: true }));
    await setPin('lou', '135790');
    expect((await guess('135790')).status).toBe(201);
  });

  test('can be taken away by an administrator', async () => {
    await setPin('gone', '1357');
    const remove = () => server.call('DELETE', '/api/v1/approvers/gone', { as: 'admin' });
    expect((await remove()).status).toBe(200);
    expect((await remove()).json.code).toBe('APPROVER_NOT_FOUND');
    expect((await approve(await reversal('asha'), { approver: 'gone', pin: '1357' })).json.code).toBe(
      'APPROVER_REFUSED',
    );
  });

  test('is kept as a hash, and leaves a line in the audit trail without it', async () => {
    const { rows } = await server.database.owner.query(
      "select operation, data::text as data from changes where object = 'sue'",
    );
    expect(rows).toEqual([{ operation: 'approverPinSet', data: '{}' }]);
  });
});

describe('a withdrawal', () => {
  const withdrawal = async (amount: number): Promise<Wanted> => {
    await topup('wendy', 5000);
    const opened = { customerId: 'wendy', currency: 'USD' };
    await server.call('POST', '/api/v1/customer/wallet', { as: 'staff', body: opened });
    const info = await server.call('GET', '/api/customer/wallet-info?customerId=wendy', { as: 'staff' });
    const destination = { accountNumber: '0150', bankName: 'CRDB' };
    return {
      operation: 'walletWithdrawFunds',
      path: '/api/v1/customer/wallet/withdraw-funds',
      body: { walletId: info.json.data.walletId, amount, destination },
    };
  };

  test('goes up to the limit alone, and beyond it with an approval', async () => {
    expect((await send(await withdrawal(5))).status).toBe(201);
    const beyond = await withdrawal(5.01);
    expect((await send(beyond)).json.code).toBe('APPROVAL_REQUIRED');
    const { token } = (await approve(beyond)).json.data;
    expect((await send(beyond, { approval: token })).status).toBe(201);
    expect((await send(await withdrawal(5.01), {}, { role: 'supervisor' })).status).toBe(201);
  });
});

describe('a credit slip', () => {
  const slip = (price: number, more: object = {}): Wanted => ({
    operation: 'slipCreate',
    path: '/api/wallet/credit-slips',
    body: {
      ...{ customer_id: 'sally', store_id: 'S1', currency: 'USD', ...more },
      lines: [{ item_id: 'tea', description: 'Tea', quantity: 2, unit_price_cents: price }],
    },
  });

  beforeAll(async () => {
    await server.database.owner.query(
      `insert into products (ledger_id, id, asset_id, item_name, track_stock, sold_by_weight, is_composite, use_production,
         components, tax_ids, modifier_ids, variants, created_at, updated_at, digest)
       values (1, 'tea', 1, 'Tea', false, false, false, false, '[]', '[]', '[]', $1, now(), now(), sha256('tea'))`,
      [
        JSON.stringify([
          {
            ...{
              variant_id: 'tea-1',
              item_id: 'tea',
              default_pricing_type: 'FIXED',
              default_price: '150',
              deleted_at: null,
            },
            stores: [{ store_id: 'S2', pricing_type: 'FIXED', price: '120', available_for_sale: true }],
          },
        ]),
      ],
    );
  });

  test('at the price of the catalogue, that of its store, needs nobody', async () => {
    expect((await send(slip(150))).status).toBe(201);
    expect((await send(slip(120, { store_id: 'S2' }))).status).toBe(201);
  });

  test('at another price or with a discount needs an approval', async () => {
    for (const wanted of [slip(149), slip(150, { store_id: 'S2' }), slip(150, { discount_cents: 1 })]) {
      const refused = await send(wanted);
      expect(refused.json.details).toMatchObject({ code: 'APPROVAL_REQUIRED', reason: 'price' });
      const { token } = (await approve(wanted)).json.data;
      expect((await send(wanted, { approval: token })).status).toBe(201);
    }
    expect((await send(slip(149), {}, { role: 'staff' })).status).toBe(201);
  });

  test('that was recorded is answered again whatever the catalogue says since', async () => {
    const headers = { 'idempotency-key': 'before the price changed' };
    const first = await send(slip(150), headers);
    await server.database.owner.query("update products set deleted_at = now() where id = 'tea'");
    const again = await send(slip(150), headers);
    await server.database.owner.query("update products set deleted_at = null where id = 'tea'");
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  test('beyond the credit limit is let pass by an approval alone', async () => {
    const limit = { as: 'staff', body: { amount_cents: 0 } } as const;
    await server.call('PUT', '/api/v1/customers/larry/credit-limits/USD', limit);
    const wanted = slip(150, { customer_id: 'larry' });
    expect((await send(wanted)).json.details.code).toBe('CREDIT_LIMIT_EXCEEDED');
    const { token } = (await approve(wanted)).json.data;
    expect((await send(wanted, { approval: token })).status).toBe(201);
  });
});

describe('a large bonus', () => {
  const bonus = (amount: number): Wanted => ({
    operation: 'walletBonus',
    path: '/api/v1/wallets/bonus',
    body: { user_id: 'bob', asset_code: 'USD', amount, reference_id: randomUUID() },
  });
  const sent = ({ path, body }: Wanted, as: 'staff' | 'admin' | 'service', headers = {}) =>
    server.call('POST', path, { as, body, headers });

  test('needs a second person, whoever gives it, but a service', async () => {
    expect((await sent(bonus(1000), 'staff')).status).toBe(201);
    expect((await sent(bonus(1001), 'service')).status).toBe(201);
    for (const role of ['staff', 'admin'] as const) {
      const wanted = bonus(1001);
      expect((await sent(wanted, role)).json).toMatchObject({
        code: 'APPROVAL_REQUIRED',
        details: { reason: 'adjustment' },
      });
      const { token } = (await approve(wanted, { as: { role } })).json.data;
      expect((await sent(wanted, role, { approval: token })).status).toBe(201);
    }
  });

  test('is never approved by oneself', async () => {
    const { json } = await approve(bonus(1001), { as: { role: 'supervisor', subject: 'sue' } });
    expect(json.errors).toEqual([{ field: 'approver', message: 'must be somebody else' }]);
  });

  test('does not get through in a batch, nor as a reward', async () => {
    const { operation, body } = bonus(1001);
    const batch = await server.call('POST', '/api/v1/batch', {
      as: 'staff',
      body: { operations: [{ operation, ...body }] },
    });
    expect(batch.json.data.outcomes[0].error.code).toBe('APPROVAL_REQUIRED');
    const reward = { as: 'staff', body: { userId: 'bob', amount: 10.01 } } as const;
    expect((await server.call('POST', '/api/v1/customer/wallet/credit', reward)).json.code).toBe('APPROVAL_REQUIRED');
  });
});
