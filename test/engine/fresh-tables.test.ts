import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, reference, spend, topup } from '../support/engine.ts';
import { violations } from '../support/truth.ts';

const HALF = 20_000;
const WAITING = 256;

const database = await createTestDatabase();
const { engine, close } = await openEngine(database.appUrl);
afterAll(async () => {
  await close();
  await database.drop();
});

/** Sends so many operations, WAITING of them at a time; gives the milliseconds it took. */
async function load(ledgerId: bigint, from: number, count: number): Promise<number> {
  const started = performance.now();
  let next = from;
  await Promise.all(
    Array.from({ length: WAITING }, async () => {
      while (next < from + count) {
        const i = next++;
        const key = reference(`load ${i}`);
        // Every fourth takes back some of what a customer was given just before.
        const outcome =
          i % 4 === 3
            ? await engine.submit(spend(ledgerId, `c${i - 3}`, 1n, key))
            : await engine.submit(topup(ledgerId, `c${i - (i % 4)}`, 5n, key));
        recordOf(outcome);
      }
    }),
  );
  return performance.now() - started;
}

/** Milliseconds that one call of ledger_commit took on average since the last time this was asked. */
const meter = () => {
  let [calls, seconds] = [0, 0];
  return async () => {
    const { values } = await engine.metrics.commit.get();
    const of = (what: string) =>
      values.find(({ metricName }) => metricName === `pochi_engine_commit_seconds_${what}`)?.value ?? 0;
    const mean = ((of('sum') - seconds) / (of('count') - calls)) * 1000;
    [calls, seconds] = [of('count'), of('sum')];
    return mean;
  };
};

test('the first operations of an empty database are no slower than later ones, and commits do not slow down as it fills', {
  timeout: 180_000,
}, async () => {
  const ledgerId = await createLedger(database.owner);
  // PostgreSQL knows nothing of these tables yet, and must not learn it in between.
  for (const table of ['operations', 'entries', 'accounts', 'wallet_balances', 'blocks', 'callers'])
    await database.owner.query(`alter table ${table} set (autovacuum_enabled = off)`);
  const commitMs = meter();
  const first = await load(ledgerId, 0, HALF);
  const early = await commitMs();
  const second = await load(ledgerId, HALF, HALF);
  const late = await commitMs();

  console.log(
    `first ${HALF}: ${Math.round(first)} ms, next: ${Math.round(second)} ms; a commit: ${early.toFixed(1)} ms, then ${late.toFixed(1)} ms`,
  );
  expect(first / second).toBeLessThan(3);
  expect(late / early).toBeLessThan(3);
  expect(await violations(database.owner, ledgerId)).toEqual([]);
});
