/** Verifications as the service runs them: by itself, once among several instances, and heard of wherever one looks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Integrity, type IntegritySettings } from '../src/faces/integrity/integrity.ts';
import { openIntegrity } from '../src/faces/integrity/open.ts';
import { createLog } from '../src/log.ts';
import { claimRun, finishRun, lastRun } from '../src/queries/integrity-runs.ts';
import { verifyLedger } from '../src/queries/verify/verify.ts';
import { CORRUPTIONS, rowToName, tamper, writeBooks } from './support/corruptions.ts';
import { createLedger, openEngine, type TestEngine, topup } from './support/engine.ts';
import { openServer, type TestServer } from './support/http.ts';
import { until } from './support/until.ts';

const SILENT = createLog('silent');

let server: TestServer;
let instance: TestEngine;
const opened: Integrity[] = [];
beforeAll(async () => {
  server = await openServer();
  instance = await openEngine(server.database.appUrl);
});
afterAll(async () => {
  await Promise.all(opened.map((one) => one.stop()));
  await instance.close();
  await server.close();
});

/** What another instance of the service has. */
function another(settings: Partial<IntegritySettings> = {}, log = SILENT): Integrity {
  const { appUrl, app } = server.database;
  const integrity = openIntegrity({ appUrl, reads: app, log }, { every: 0, onViolation: 'report', ...settings });
  opened.push(integrity);
  return integrity;
}

const write = () => writeBooks(server.database.owner, instance.engine);

/** Verifies over HTTP, and gives the result when it is there. */
async function run(ledger: bigint) {
  const as = { role: 'staff', ledger: `test-${ledger}` } as const;
  const { json } = await server.call('POST', '/api/v1/integrity/run', { as });
  if (json.data.status !== 'running') return json.data;
  const read = async () => (await server.call('GET', '/api/v1/integrity', { as })).json.data;
  await until(async () => (await read()).running === null);
  return (await read()).last_run;
}
const ended = (integrity: Integrity, ledger: bigint) =>
  until(async () => (await integrity.of(ledger)).running === null);

describe('a run that is asked for over HTTP', () => {
  test.each(CORRUPTIONS)('names the row: $what', async (corruption) => {
    const ledger = await write();
    const row = await rowToName(server.database.owner, corruption, ledger);
    await tamper(server.database.owner, corruption.sql, ledger);
    const { status, checks } = await run(ledger);
    expect(status).toBe('violated');
    const violations = checks.flatMap((check: { violations: object[] }) => check.violations);
    expect(violations).toContainEqual({ subject: row, problem: expect.any(String) });
  });
});

test('of sound books there is nothing to report of any customer, nor of one alone', async () => {
  const ledger = await write();
  const as = { role: 'staff', ledger: `test-${ledger}` } as const;
  const counts: Record<string, number> = {};
  for (const who of ['alice', 'bob', 'carol']) {
    const { json } = await server.call('GET', `/api/v1/integrity/wallets/${who}`, { as });
    expect([who, json.data.status]).toEqual([who, 'ok']);
    counts[who] = json.data.transactions;
  }
  expect(counts).toEqual({ alice: 4, bob: 5, carol: 1 });
});

describe('several instances', () => {
  test('verify a ledger one at a time, and all of them know what was found', async () => {
    const ledger = await write();
    const [one, two] = [another(), another()];
    const [first, second] = await Promise.all([one.run(ledger, 'one'), two.run(ledger, 'two')]);
    expect(second.id).toBe(first.id);
    await ended(one, ledger);
    const later = another();
    expect(await later.of(ledger)).toMatchObject({
      state: 'ok',
      stale: false,
      last: { id: first.id, status: 'SOUND' },
    });
  });

  test('replace one that died in the midst of it', async () => {
    const ledger = await write();
    const { app } = server.database;
    const dead = { ledgerId: ledger, id: '01a1fd8f-fe07-7100-b7f0-a3a999dbe100', by: 'schedule', hold: 0 };
    expect(await claimRun(app, dead)).toBe(true);
    expect((await another().of(ledger)).running).toBeNull();
    expect(await claimRun(app, { ...dead, id: '01a1fd8f-fe07-7100-b7f0-a3a999dbe101', hold: 60 })).toBe(true);
    expect(await lastRun(app, ledger, 'FAILED')).toMatchObject({ failure: 'the instance that ran it is gone' });
  });

  test('on a schedule verify every ledger, those that are new too, and each once in its time', async () => {
    const ledger = await write();
    const instances = [another({ every: 3600 }), another({ every: 3600 })];
    for (const one of instances) one.start();
    await until(() => instances.every(({ state }) => state !== 'unknown'));
    const added = await createLedger(server.database.owner);
    await until(async () => (await lastRun(server.database.app, added, 'SOUND')) !== null);
    const { rows } = await server.database.app.query(
      `select count(*)::integer as runs from integrity_runs where ledger_id = $1 and started_by = 'schedule'`,
      [ledger],
    );
    expect(rows).toEqual([{ runs: 1 }]);
    // They would take runs from the tests below.
    await Promise.all(instances.map((one) => one.stop()));
  });
});

test('of each ledger the last hundred runs are kept: with the end of one the oldest goes, or neither', async () => {
  const ledger = await write();
  const { app, owner } = server.database;
  await owner.query(
    `insert into integrity_runs (ledger_id, id, started_by, started_at, finished_at, status, failure)
     select $1, gen_random_uuid(), 'test', now() - make_interval(mins => n), now(), 'FAILED', 'of minute ' || n
       from generate_series(1, 100) n`,
    [ledger],
  );
  const claim = { ledgerId: ledger, id: '01a1fd8f-fe07-7100-b7f0-a3a999dbe102', by: 'test', hold: 60 };
  expect(await claimRun(app, claim)).toBe(true);
  const report = await verifyLedger(app, ledger);
  await owner.query(`create rule integrity_runs_stay as on delete to integrity_runs do instead select 1 / 0`);
  try {
    await expect(finishRun(app, claim, report)).rejects.toThrow('division by zero');
    expect((await lastRun(app, ledger, 'RUNNING'))?.id).toBe(claim.id);
  } finally {
    await owner.query('drop rule integrity_runs_stay on integrity_runs');
  }
  await finishRun(app, claim, report);
  const kept = await owner.query<{ failure: string | null }>(
    'select failure from integrity_runs where ledger_id = $1 order by started_at',
    [ledger],
  );
  expect(kept.rows.length).toBe(100);
  expect([kept.rows[0]?.failure, kept.rows[99]?.failure]).toEqual(['of minute 99', null]);
});

describe('violated books', () => {
  test('raise the metric, by check, and an error in the log', async () => {
    const ledger = await write();
    await tamper(
      server.database.owner,
      'update wallet_balances set seq = seq + 1 where ledger_id = $1 and balance = 604',
      ledger,
    );
    const lines: { level: string; check?: string; ledger?: string }[] = [];
    const integrity = another(
      {},
      createLog('error', (line) => lines.push(JSON.parse(line))),
    );
    await integrity.run(ledger, 'test');
    await until(() => lines.length > 0);
    expect(lines).toMatchObject([{ level: 'error', check: 'balances-equal-entries', ledger: `test-${ledger}` }]);
    await integrity.look();
    expect(await integrity.metrics.registry.metrics()).toMatch(
      /pochi_integrity_violations\{check="balances-equal-entries"\} [1-9]/,
    );
  });

  test('are closed where the setting says so, and opened by a run that finds them sound', async () => {
    const ledger = await write();
    const integrity = another({ onViolation: 'stop' });
    const guarded = await openEngine(server.database.appUrl, {
      mayRecord: (ledgerId) => integrity.mayRecord(ledgerId),
    });
    const change = (by: number) =>
      tamper(
        server.database.owner,
        `update wallet_balances set balance = balance + ${by} where ledger_id = $1 and seq = 5`,
        ledger,
      );
    await change(1);
    await integrity.run(ledger, 'test');
    await ended(integrity, ledger);
    await until(() => !integrity.mayRecord(ledger));
    await expect(guarded.engine.submit(topup(ledger, 'bob', 1n))).rejects.toMatchObject({ reason: 'violated' });
    // Other ledgers go on.
    expect((await guarded.engine.submit(topup(await createLedger(server.database.owner), 'bob', 1n))).ok).toBe(true);
    await change(-1);
    await integrity.run(ledger, 'test');
    await until(() => integrity.mayRecord(ledger));
    expect((await guarded.engine.submit(topup(ledger, 'bob', 1n))).ok).toBe(true);
    await guarded.close();
  });
});

test('a verification that cannot be carried out is told of, and the last result stands', async () => {
  const ledger = await write();
  const { app } = server.database;
  let fails = false;
  const integrity = new Integrity(
    {
      database: app,
      log: SILENT,
      verifyLedger: (ledgerId) => (fails ? Promise.reject(new Error('no room')) : verifyLedger(app, ledgerId)),
      verifyWallet: () => Promise.resolve(null),
    },
    { every: 0, onViolation: 'report' },
  );
  opened.push(integrity);
  await integrity.run(ledger, 'test');
  await ended(integrity, ledger);
  fails = true;
  await integrity.run(ledger, 'test');
  await ended(integrity, ledger);
  expect(await integrity.of(ledger)).toMatchObject({ state: 'ok', failed: { status: 'FAILED', failure: 'no room' } });
});

test('a service that stops gives up its run, so that another can begin one at once', async () => {
  const ledger = await write();
  const { app } = server.database;
  const integrity = new Integrity(
    {
      database: app,
      log: SILENT,
      verifyLedger: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('the verification was stopped')));
        }),
      verifyWallet: () => Promise.resolve(null),
    },
    { every: 0, onViolation: 'report' },
  );
  await integrity.run(ledger, 'test');
  await integrity.stop();
  expect((await integrity.of(ledger)).running).toBeNull();
});
