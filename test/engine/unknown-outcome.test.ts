import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Outcome, Unavailable } from '../../src/engine/submission.ts';
import { type CommitFault, CommitFaults } from '../support/commit-faults.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, reference, type TestEngine, topup } from '../support/engine.ts';
import { passAll, TcpProxy } from '../support/proxy.ts';
import { balancesOf, countByReference, violations } from '../support/truth.ts';
import { until } from '../support/until.ts';

/** Ledgers commit independently of each other: so many faults are met side by side. */
const ABREAST = 5;

describe('a commit whose answer never comes', async () => {
  const database = await createTestDatabase();
  const proxy = await TcpProxy.before(database.appUrl);
  const calm = await openEngine(database.appUrl);
  const engines: TestEngine[] = [calm];
  const ledgers = await Promise.all(Array.from({ length: ABREAST }, () => createLedger(database.owner)));
  const sent = new Map(ledgers.map((id) => [id, [] as string[]]));
  let total = 0;

  const spoilt = async (settings = {}, answerWithin = 10_000) => {
    const opened = await openEngine(proxy.through(database.appUrl), { settings, commits: ABREAST, answerWithin });
    engines.push(opened);
    return opened.engine;
  };

  const send = ({ engine }: Pick<TestEngine, 'engine'>, ledgerId: bigint, key: string) =>
    engine.submit(topup(ledgerId, 'asha', 1n, reference(key)));

  /** One new operation in each ledger; every caller is told what was recorded, or that nothing is known. */
  async function wave(engine: TestEngine['engine']): Promise<void> {
    total += 1;
    const key = `wave ${total}`;
    const outcomes = await Promise.allSettled(ledgers.map((ledgerId) => send({ engine }, ledgerId, key)));
    for (const [i, ledgerId] of ledgers.entries()) {
      sent.get(ledgerId)?.push(key);
      await checkOnce(ledgerId, key, outcomes[i] as PromiseSettledResult<Outcome>);
    }
  }

  /** Whatever the caller was told, a retry with the same key finds exactly the one record. */
  async function checkOnce(ledgerId: bigint, key: string, told: PromiseSettledResult<Outcome>): Promise<void> {
    const again = await send(calm, ledgerId, key);
    if (told.status === 'rejected') {
      expect(told.reason).toBeInstanceOf(Unavailable);
      recordOf(again);
    } else {
      expect(told.value).toMatchObject({ ok: true, replayed: false });
      expect(again).toStrictEqual({ ok: true, record: recordOf(told.value), replayed: true });
    }
  }

  afterEach(async () => {
    proxy.rule = passAll;
    proxy.refusing = false;
    for (const ledgerId of ledgers) {
      const keys = sent.get(ledgerId) ?? [];
      const counts = await countByReference(database.owner, ledgerId, keys);
      expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
      expect((await balancesOf(database.owner, ledgerId)).get('asha USD wallet')).toBe(BigInt(keys.length));
      expect(await violations(database.owner, ledgerId)).toEqual([]);
    }
  });

  afterAll(async () => {
    await Promise.all(engines.map(({ close }) => close()));
    await proxy.stop();
    await database.drop();
  });

  test('is recorded exactly once, though 100 connections end between request and answer', async () => {
    const faults = new CommitFaults();
    const engine = await spoilt();
    proxy.rule = faults.rule;
    const kinds: CommitFault[] = [
      { at: 'request' },
      { at: 'work', how: 'close' },
      { at: 'work', how: 'reset' },
      { at: 'answer', bytes: 0, how: 'close' },
      { at: 'answer', bytes: 0, how: 'reset' },
    ];
    for (let round = 0; round < 100 / kinds.length; round += 1) {
      faults.plan(...kinds);
      await wave(engine);
    }
    expect([faults.met, faults.left]).toEqual([100, 0]);
  });

  test('is recorded exactly once, wherever in its first 400 bytes the answer breaks off', async () => {
    const faults = new CommitFaults();
    const engine = await spoilt();
    proxy.rule = faults.rule;
    for (let bytes = 1; bytes <= 400; bytes += ABREAST) {
      const how = bytes % 2 === 0 ? 'reset' : 'close';
      faults.plan(...ledgers.map((_, i) => ({ at: 'answer', bytes: bytes + i, how }) as const));
      await wave(engine);
    }
    expect([faults.met, faults.left]).toEqual([400, 0]);
  });

  test('is given up in time, and recorded once by a retry, while the database cannot be reached', async () => {
    const engine = await spoilt({ timeout: 300 });
    await wave(engine);
    proxy.refusing = true;
    proxy.endAll();
    const started = performance.now();
    await wave(engine);
    expect(performance.now() - started).toBeLessThan(5_000);
    proxy.refusing = false;
    await wave(engine);
  });

  test('is given up in time where the answer is lost and the connection seems to live', async () => {
    const faults = new CommitFaults();
    const engine = await spoilt({ timeout: 1_000 }, 500);
    await wave(engine);
    proxy.rule = faults.rule;
    faults.plan(...ledgers.map(() => ({ at: 'silence' }) as const));
    const started = performance.now();
    await wave(engine);
    expect(performance.now() - started).toBeLessThan(6_000);
    proxy.rule = passAll;
    await wave(engine);
  });

  test('is recorded exactly once, though an administrator ends the connection while it waits', async () => {
    const [ledgerId = 0n] = ledgers;
    sent.get(ledgerId)?.push('ended');
    const holder = await database.owner.connect();
    await holder.query('begin');
    await holder.query('select from ledger_heads where ledger_id = $1 for update', [ledgerId]);
    const submitted = send(calm, ledgerId, 'ended');
    await until(async () => {
      const { rows } = await database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%ledger_commit%'`,
      );
      return rows.length > 0;
    });
    await holder.query('rollback');
    holder.release();
    expect(await submitted).toMatchObject({ ok: true, replayed: false });
  });

  test('is recorded exactly once, whichever statement of the engine a connection ends at', async () => {
    const engine = await spoilt();
    let chunks = 0;
    // Every 17th message in either direction is broken off in the middle, reads and connection set-up included.
    proxy.rule = ({ bytes }) => {
      chunks += 1;
      return chunks % 17 === 0 ? { upTo: bytes.length >> 1, end: 'reset' } : 'pass';
    };
    for (let round = 0; round < 20; round += 1) await wave(engine);
    expect(chunks).toBeGreaterThan(200);
  });
});
