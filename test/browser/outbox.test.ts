import { describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { chromiumProgram } from './chromium.ts';
import { browserFlap } from './outbox/flaps.ts';
import { change, Till } from './outbox/till.ts';

const WRITES = Number(process.env.OUTBOX_WRITES ?? 60);
const SEEDS = Number(process.env.OUTBOX_SEEDS ?? 1);
const KILLS = 10;
const LONG_MS = 900_000;

describe.skipIf(chromiumProgram() === null)('the outbox in Chromium, before the real service', () => {
  test.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
    'seed %i: three tabs, ten kills, a third of the requests cut: the books have every write once, in order',
    { timeout: LONG_MS },
    async (seed) => {
      const findings = await browserFlap({ writes: WRITES, seed, kills: KILLS });
      if (process.env.OUTBOX_WRITES) console.log(`seed ${seed}`, JSON.stringify(findings));
      expect(findings).toMatchObject({ duplicates: 0, lost: 0, strangers: 0, wrongCustomers: 0 });
      expect(findings.requests).toBeGreaterThan(WRITES);
      // A tab that is killed may leave a request behind; otherwise there is never more than one.
      expect(findings.overlaps).toBeLessThanOrEqual(KILLS);
    },
  );

  test('without lock and key, the books have some of them twice: the oracle can fail', async () => {
    const findings = await browserFlap({ writes: 30, seed: 1, kills: 0, without: ['no-lock', 'no-key'] });
    expect(findings.duplicates).toBeGreaterThan(0);
    expect(findings.overlaps).toBeGreaterThan(0);
  });

  test('without the lock alone, tabs send at once, and the service keeps the books right', async () => {
    const findings = await browserFlap({ writes: 30, seed: 1, kills: 0, without: ['no-lock'] });
    expect(findings.overlaps).toBeGreaterThan(0);
    expect(findings).toMatchObject({ duplicates: 0, lost: 0, wrongCustomers: 0 });
  });

  test('an answer that is lost after the commit is given again, and whoever waits gets it', async () => {
    // Cut after, cut after, and then no more.
    const fates = [0.3, 0.3];
    const till = await Till.open(() => fates.shift() ?? 1);
    till.proxy.faults = 0.35;
    const tab = await till.openTab();
    const [saved] = await tab.evaluate(async (intent) => (await window.outboxPage).enqueue([intent]), change('ann', 5));
    await until(async () =>
      (await tab.evaluate(async () => (await window.outboxPage).settled())).includes(saved?.id ?? ''),
    );
    expect(till.proxy.writes).toBe(3);
    expect(await till.credited('ann')).toEqual([5]);
    expect(
      await tab.evaluate(async (intent) => (await window.outboxPage).perform(intent), change('ann', 6)),
    ).toMatchObject({ state: 'done', answer: { wallet_added: 6 } });
    expect(
      await tab.evaluate(async (intent) => (await window.outboxPage).perform(intent), change('ann', 0)),
    ).toMatchObject({ state: 'refused', problem: { status: 400, code: 'VALIDATION_ERROR' } });
    expect(await tab.evaluate(async () => (await window.outboxPage).unsent())).toEqual([]);
    await till.close();
  });

  test('where the device has no room, the write is refused and nothing is sent', async () => {
    const till = await Till.open(() => 1);
    const tab = await till.openTab();
    const session = await till.context.newCDPSession(tab);
    await session.send('Storage.overrideQuotaForOrigin', { origin: till.proxy.address, quotaSize: 1 });
    const write = change('ann', 5);
    const large = { ...write, body: { ...(write.body as object), note: 'x'.repeat(1_000_000) } };
    const failure = await tab.evaluate(
      async (intent) =>
        (await window.outboxPage).enqueue([intent]).then(
          () => null,
          (error: Error) => error.message,
        ),
      large,
    );
    expect(failure).toBe('STORAGE_FULL');
    expect(till.proxy.writes).toBe(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin: till.proxy.address });
    const [saved] = await tab.evaluate(async (intent) => (await window.outboxPage).enqueue([intent]), write);
    expect(saved?.reference).toMatch(/-0001$/);
    await until(async () => (await till.credited('ann')).length === 1);
    await till.close();
  });
});
