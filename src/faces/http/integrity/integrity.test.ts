import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Claims, openServer, type TestServer } from '../../../../test/support/http.ts';
import { until } from '../../../../test/support/until.ts';
import { type Engine, Unavailable } from '../../../engine/submission.ts';

const MAIN = 1n;

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  await topup('alice', 1000);
  await topup('bob', 500);
  for (const amount of [1, 2]) {
    const { status } = await server.call('POST', '/api/customer/manual-payment', {
      as: { role: 'customer', subject: 'alice' },
      body: { amount, serviceId: 'parking' },
    });
    expect(status).toBe(201);
  }
});
afterAll(() => server.close());

async function topup(user_id: string, amount: number): Promise<void> {
  const body = { user_id, asset_code: 'USD', amount, reference_id: `first of ${user_id}`.replaceAll(' ', '-') };
  expect((await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body })).status).toBe(201);
}

const read = async (as: Claims = { role: 'staff' }) =>
  (await server.call('GET', '/api/v1/integrity', { as })).json.data;
const health = async () => (await server.call('GET', '/api/v1/health')).json;
const ofWallet = async (user: string) =>
  (await server.call('GET', `/api/v1/integrity/wallets/${user}`, { as: 'staff' })).json.data;

/** Verifies, and gives the result when it is there. */
async function verified(as: Claims = { role: 'staff' }) {
  const { status, json } = await server.call('POST', '/api/v1/integrity/run', { as });
  if (status === 200) return json.data;
  expect([status, json.data.status]).toEqual([202, 'running']);
  await until(async () => (await read(as)).running === null);
  return (await read(as)).last_run;
}

interface Check {
  name: string;
  status: string;
  rows_checked: number;
  violations: { subject: string; problem: string }[];
}

/** `check: subject problem`, of all that was found. */
const found = ({ checks }: { checks: Check[] }): string[] =>
  checks.flatMap(({ name, violations }) => violations.map(({ subject, problem }) => `${name}: ${subject} ${problem}`));

/** Changes the books as only their owner can, shows them to the test, and changes them back. */
async function whileTampered(sql: string, undo: string, look: () => Promise<void>): Promise<void> {
  const change = async (statement: string) => {
    const client = await server.database.owner.connect();
    // As a replica would: no trigger stands in the way.
    await client.query('set session_replication_role = replica');
    const { rowCount } = await client.query(statement).finally(() => client.release(true));
    expect(rowCount).toBeGreaterThan(0);
  };
  await change(sql);
  try {
    await look();
  } finally {
    await change(undo);
  }
}

describe('the integrity of a ledger', () => {
  test('is unknown, never green, before anything was verified', async () => {
    expect(await read()).toEqual({ status: 'unknown', stale: true, running: null, last_run: null, failed_run: null });
    expect(await health()).toMatchObject({ status: 'ok', integrity: 'unknown' });
  });

  test('is ok after a run, which tells of every check how many rows it went over', async () => {
    const run = await verified();
    expect(run).toMatchObject({ status: 'ok', started_by: 'staff', ledger: 'main', operations: 4 });
    expect(found(run)).toEqual([]);
    const checks = new Map((run.checks as Check[]).map((check) => [check.name, check]));
    expect(checks.get('accounts-chain')).toMatchObject({ status: 'ok', rows_checked: 8 });
    expect(checks.get('journal-hashes')?.rows_checked).toBe(8 + 4 + run.height);
    expect(checks.size).toBeGreaterThanOrEqual(20);
    expect(await read()).toMatchObject({ status: 'ok', stale: false, running: null, last_run: run });
    expect(await health()).toMatchObject({ status: 'ok', integrity: 'ok' });
  });

  test('is that of the ledger that the token is for', async () => {
    await server.database.owner.query("select ledger_create(88, 'uganda')");
    const other = { role: 'staff', ledger: 'uganda' } as const;
    expect((await read(other)).status).toBe('unknown');
    expect((await verified(other)).ledger).toBe('uganda');
    expect((await read(other)).status).toBe('ok');
  });

  test('goes stale: an old result is not green any more', async () => {
    await verified();
    const shift = (by: string) =>
      server.database.owner.query(`update integrity_runs set started_at = started_at + interval '${by}'`);
    await shift('-2 days');
    expect(await read()).toMatchObject({ status: 'unknown', stale: true, last_run: { status: 'ok' } });
    await shift('2 days');
    expect(await read()).toMatchObject({ status: 'ok', stale: false });
  });

  test('stays violated, even when that is old, until a later run finds it sound; health stays 200', async () => {
    const balance = (by: string) => `update wallet_balances set balance = balance ${by} where ledger_id = ${MAIN}`;
    await whileTampered(balance('+ 1'), balance('- 1'), async () => {
      const run = await verified();
      expect(run.status).toBe('violated');
      expect(found(run).join('\n')).toMatch(/balances-equal-entries: account \d+ has balance 701 and seq 3/);
      expect((await read()).status).toBe('violated');
      const answer = await server.call('GET', '/api/v1/health');
      expect([answer.status, answer.json]).toMatchObject([200, { status: 'ok', integrity: 'violated' }]);
    });
    expect((await read()).status).toBe('violated');
    expect((await verified()).status).toBe('ok');
    expect((await read()).status).toBe('ok');
  });

  test('is asked for by many at once, and verified once', async () => {
    const ask = () => server.call('POST', '/api/v1/integrity/run', { as: 'admin' });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(new Set(answers.map(({ json }) => json.data.run_id)).size).toBe(1);
    await until(async () => (await read()).running === null);
  });
});

test.each([
  ['/api/v1/wallets/topup', { user_id: 'a', asset_code: 'USD', amount: 1, reference_id: 'r' }, 'code'],
  ['/api/v1/customer/wallet', { customerId: 'a', currency: 'EUR' }, 'code'],
  ['/api/wallet/store-change', { customer_id: 'a', store_id: 'S1', change_cents: 1, currency: 'USD' }, 'details'],
] as const)('a ledger that is closed answers 503 at %s, and says when to ask again', async (url, body, place) => {
  const engine: Engine = {
    submit: () => Promise.reject(new Unavailable('violated', 60)),
    drain: async () => {},
    waiting: 0,
  };
  const closed = await openServer({ engine });
  const { status, headers, json } = await closed.call('POST', url, { as: 'staff', body });
  expect([status, headers['retry-after']]).toEqual([503, '60']);
  expect(place === 'details' ? json.details.code : json.code).toBe('LEDGER_CLOSED');
  expect((await closed.call('GET', '/api/v1/integrity', { as: 'staff' })).status).toBe(200);
  await closed.close();
});

describe('the integrity of a wallet', () => {
  test('is checked on the spot', async () => {
    const report = await ofWallet('alice');
    expect(report).toMatchObject({ user_id: 'alice', status: 'ok', accounts: 1, transactions: 3 });
    expect(found(report)).toEqual([]);
    expect(report.checks.length).toBeGreaterThanOrEqual(8);
  });

  test('is none where there is no wallet', async () => {
    const { status, json } = await server.call('GET', '/api/v1/integrity/wallets/ghost', { as: 'staff' });
    expect([status, json.code]).toEqual([404, 'WALLET_NOT_FOUND']);
  });

  let wallet: bigint;
  let records: { id: string; transaction_id: string }[];
  beforeEach(async () => {
    const { owner } = server.database;
    [{ id: wallet }] = (
      await owner.query(`select id from accounts where ledger_id = ${MAIN} and owner = 'alice' and kind = 'wallet'`)
    ).rows;
    records = (await owner.query('select id, transaction_id from payment_records order by height')).rows;
  });

  /** What is done to alice's books, what undoes it, and what must be said of it. */
  const TAMPERINGS: readonly (readonly [string, () => { sql: string; undo: string; named: string }])[] = [
    [
      'a changed amount',
      () => ({
        sql: `update entries set amount = amount + 7, balance_after = balance_after - 7 where account_id = ${wallet} and seq = 2`,
        undo: `update entries set amount = amount - 7, balance_after = balance_after + 7 where account_id = ${wallet} and seq = 2`,
        named: `accounts-chain: account ${wallet} entry 3 starts at 900, where entry 2 ends at 893`,
      }),
    ],
    [
      'a changed balance',
      () => ({
        sql: `update wallet_balances set balance = balance + 7 where account_id = ${wallet}`,
        undo: `update wallet_balances set balance = balance - 7 where account_id = ${wallet}`,
        named: `balances-equal-entries: account ${wallet} has balance 707 and seq 3, where its entries come to 700 and 3`,
      }),
    ],
    [
      'running balances that do not follow each other',
      () => ({
        sql: `update entries set balance_before = balance_before + 1, balance_after = balance_after + 1 where account_id = ${wallet} and seq = 2`,
        undo: `update entries set balance_before = balance_before - 1, balance_after = balance_after - 1 where account_id = ${wallet} and seq = 2`,
        named: `accounts-chain: account ${wallet} entry 2 starts at 1001, where entry 1 ends at 1000`,
      }),
    ],
    [
      'a wrong number',
      () => ({
        sql: `update entries set seq = 9 where account_id = ${wallet} and seq = 3`,
        undo: `update entries set seq = 3 where account_id = ${wallet} and seq = 9`,
        named: `accounts-chain: account ${wallet} entry 9 follows entry 2`,
      }),
    ],
    [
      'an orphaned entry',
      () => ({
        sql: `update entries set height = 999 where account_id = ${wallet} and seq = 3`,
        undo: `update entries set height = (select height from payment_records where id = '${records[1]?.id}') where account_id = ${wallet} and seq = 3`,
        named: 'transactions-balance: operation 0 of block 999 has 1 entries, and is not there',
      }),
    ],
    [
      'a record that names another transaction',
      () => ({
        sql: `update payment_records set transaction_id = '${records[1]?.transaction_id}' where id = '${records[0]?.id}'`,
        undo: `update payment_records set transaction_id = '${records[0]?.transaction_id}' where id = '${records[0]?.id}'`,
        named: `payment-records-linked: ${records[0]?.id} names the transaction ${records[1]?.transaction_id}, was paid by ${records[0]?.transaction_id}`,
      }),
    ],
    [
      'a transaction that names another record',
      () => ({
        sql: `update operations set data = replace(data::text, '${records[0]?.id}', '${records[1]?.id}')::json where id = '${records[0]?.transaction_id}'`,
        undo: `update operations set data = replace(data::text, '${records[1]?.id}', '${records[0]?.id}')::json where id = '${records[0]?.transaction_id}'`,
        named: `payment-records-linked: ${records[0]?.id} was recorded by ${records[0]?.transaction_id}, which does not name it`,
      }),
    ],
    [
      'a record that is gone',
      () => ({
        sql: `update payment_records set ledger_id = 999 where id = '${records[0]?.id}'`,
        undo: `update payment_records set ledger_id = ${MAIN} where id = '${records[0]?.id}'`,
        named: `payment-records-linked: ${records[0]?.transaction_id} names the payment record ${records[0]?.id}, which is not there`,
      }),
    ],
    [
      'a record of another amount',
      () => ({
        sql: `update payment_records set amount = amount + 1 where id = '${records[1]?.id}'`,
        undo: `update payment_records set amount = amount - 1 where id = '${records[1]?.id}'`,
        named: `payment-records-linked: ${records[1]?.id} is of 201 of asset 1, which ${records[1]?.transaction_id} does not say`,
      }),
    ],
    [
      'a record of another customer',
      () => ({
        sql: `update payment_records set customer = 'bob' where id = '${records[1]?.id}'`,
        undo: `update payment_records set customer = 'alice' where id = '${records[1]?.id}'`,
        named: `payment-records-linked: ${records[1]?.id} is of customer bob, its operation of alice`,
      }),
    ],
    [
      'a transaction whose entries are gone',
      () => ({
        sql: `update entries set ledger_id = 999 where ledger_id = ${MAIN} and (height, index) = (select height, index from payment_records where id = '${records[1]?.id}')`,
        undo: `update entries set ledger_id = ${MAIN} where ledger_id = 999`,
        named: `transactions-balance: ${records[1]?.transaction_id} is a walletSpend without entries`,
      }),
    ],
  ];

  test.each(TAMPERINGS)(
    'names %s, as the run over the whole ledger does, and blames nobody else',
    async (_what, of) => {
      const { sql, undo, named } = of();
      await whileTampered(sql, undo, async () => {
        const report = await ofWallet('alice');
        expect(report.status).toBe('violated');
        expect(found(report).join('\n')).toContain(named);
        expect(found(await verified()).join('\n')).toContain(named);
        if (!named.includes('bob')) expect(found(await ofWallet('bob'))).toEqual([]);
      });
      expect(found(await ofWallet('alice'))).toEqual([]);
    },
  );
});
