import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openEngine, type TestEngine } from '../../test/support/engine.ts';
import { AssetRegistry } from '../queries/asset-registry.ts';
import { verifyLedger } from '../queries/verify/verify.ts';
import { type DemoParts, fillDemo } from './fill.ts';
import { plan } from './plan.ts';
import { planningTime } from './start.ts';

const NOW = new Date('2026-03-04T08:30:00Z');
const LEDGER = 1n;

describe('the plan of the demo shop', () => {
  test('is the same at any time of the day, and ends before that day', () => {
    expect(plan(new Date('2026-03-04T20:59:00Z'))).toEqual(plan(NOW));
    expect(plan(NOW).flat().at(-1)?.at.getTime()).toBeLessThan(Date.parse('2026-03-03T21:00:00Z'));
  });

  test('names every deed once, and is only open from seven to seven, never on a Sunday but for the welcome', () => {
    const deeds = plan(NOW).flat();
    expect(new Set(deeds.map(({ key }) => key)).size).toBe(deeds.length);
    const hours = deeds.map(({ at }) => (at.getUTCHours() + 3) % 24);
    expect([Math.min(...hours), Math.max(...hours)]).toEqual([7, 18]);
    const onSundays = deeds.filter(({ at }) => new Date(at.getTime() + 3 * 3_600_000).getUTCDay() === 0);
    expect(onSundays.filter(({ what }) => what !== 'bonus')).toEqual([]);
  });
});

describe('the demo shop', () => {
  let database: TestDatabase;
  let opened: TestEngine;
  let parts: DemoParts;

  beforeAll(async () => {
    database = await createTestDatabase();
    opened = await openEngine(database.appUrl);
    parts = {
      engine: opened.engine,
      assets: new AssetRegistry(opened.reads),
      database: opened.reads,
      ledgerId: LEDGER,
    };
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  const count = async (sql: string) => Number((await database.owner.query<{ n: bigint }>(sql)).rows[0]?.n);

  test('is gone on with where it was cut short, and then is whole', async () => {
    expect(await planningTime(opened.reads, LEDGER, NOW)).toEqual(NOW);
    const cut = new AbortController();
    const unsubscribe = opened.engine.onCommit(() => cut.abort());
    await fillDemo({ ...parts, signal: cut.signal }, NOW);
    unsubscribe();
    const after = await count('select count(*) as n from operations');
    expect(after).toBeGreaterThan(0);

    const again = await planningTime(opened.reads, LEDGER, new Date(NOW.getTime() + 40 * 86_400_000));
    const done = await fillDemo(parts, again as Date);
    expect(done).toBe(plan(NOW).flat().length);
    expect(await count('select count(*) as n from operations')).toBe(done);
    expect(await planningTime(opened.reads, LEDGER, NOW)).toBeNull();
  });

  test('has sixty customers, forty products, and slips in every state', async () => {
    expect(await count('select count(*) as n from customer_profiles')).toBe(60);
    expect(await count('select count(*) as n from products')).toBe(40);
    const { rows } = await database.owner.query<{ status: string; n: bigint }>(
      'select status, count(*) as n from slips group by status order by status',
    );
    expect(rows.map(({ status }) => status)).toEqual(['OPEN', 'PARTIALLY_PAID', 'CLOSED', 'VOID']);
    const old = `select count(*) as n from slips where remaining > 0 and occurred_at < timestamptz '${NOW.toISOString()}' - interval '60 days'`;
    expect(await count(old)).toBeGreaterThan(0);
  });

  test('was recorded as its hours brought it', async () => {
    const late = `select count(*) as n from (
      select occurred_at, lag(occurred_at) over (order by height, index) as before from operations) as o
      where occurred_at < before`;
    expect(await count(late)).toBe(0);
  });

  test('has books that are sound', async () => {
    const report = await verifyLedger(database.app, LEDGER);
    expect(report.checks.filter(({ rows }) => rows > 0)).toEqual([]);
    expect(report.sound).toBe(true);
  });
});
