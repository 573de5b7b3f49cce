import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { flap } from './simulation/flaps.ts';

const WRITES = Number(process.env.OUTBOX_WRITES ?? 100);
const SEEDS = Number(process.env.OUTBOX_SEEDS ?? 3);
const LONG_MS = 300_000;

const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);

describe('three tabs, ten kills, a third of the requests cut before or after they are applied', () => {
  test.each(seeds)(
    'seed %i: every write has one effect, in order, from one tab at a time, and its answer',
    { timeout: LONG_MS },
    async (seed) => {
      const findings = await flap({ writes: WRITES, seed });
      if (process.env.OUTBOX_WRITES) console.log(`seed ${seed}`, JSON.stringify(findings));
      expect(findings).toEqual({
        requests: expect.any(Number),
        effects: WRITES,
        duplicates: 0,
        lost: 0,
        strangers: 0,
        orderBreaks: 0,
        overlaps: 0,
        wrongAnswers: 0,
      });
      // Requests were really cut after they had been applied, and sent again.
      expect(findings.requests).toBeGreaterThan(WRITES);
    },
  );
});

describe('the oracle notices what is missing', () => {
  test('without the lock, tabs send at the same time; the key still keeps the effects right', async () => {
    const findings = await flap({ writes: WRITES, seed: 1, lock: false });
    expect(findings.overlaps).toBeGreaterThan(0);
    expect(findings).toMatchObject({ duplicates: 0, lost: 0, orderBreaks: 0 });
  });

  test('without the key, a lost answer makes a second effect', async () => {
    const findings = await flap({ writes: WRITES, seed: 1, key: false });
    expect(findings.duplicates).toBeGreaterThan(0);
    expect(findings.overlaps).toBe(0);
  });

  test('without both, effects are doubled and out of order', async () => {
    const findings = await flap({ writes: WRITES, seed: 1, lock: false, key: false, customers: 1 });
    expect(findings.duplicates).toBeGreaterThan(0);
    expect(findings.overlaps).toBeGreaterThan(0);
    expect(findings.orderBreaks).toBeGreaterThan(0);
  });
});
