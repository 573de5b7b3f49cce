import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import { Unavailable } from '../../src/engine/submission.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, reference, topup } from '../support/engine.ts';
import { balancesOf, countByReference, violations } from '../support/truth.ts';
import { until } from '../support/until.ts';

const reasonOf = (error: unknown) => (error instanceof Unavailable ? error.reason : error);

describe('an engine whose database keeps it waiting', async () => {
  const database = await createTestDatabase();
  const ledgerId = await createLedger(database.owner);
  afterAll(() => database.drop());

  /** Holds the lock that every commit of the ledger needs first, and gives what lets go of it. */
  async function block(): Promise<() => Promise<void>> {
    const client = await database.owner.connect();
    await client.query('begin');
    await client.query('select from ledger_heads where ledger_id = $1 for update', [ledgerId]);
    return async () => {
      await client.query('rollback');
      client.release();
    };
  }

  test('takes so many operations and no more, and records exactly those', async () => {
    const { engine, close } = await openEngine(database.appUrl, { settings: { maxWaiting: 500 } });
    const letGo = await block();
    const taken = Array.from({ length: 500 }, (_, i) => engine.submit(topup(ledgerId, 'asha', 1n, reference(`t${i}`))));
    const over = await Promise.allSettled(
      Array.from({ length: 500 }, (_, i) => engine.submit(topup(ledgerId, 'asha', 1n, reference(`o${i}`)))),
    );
    for (const outcome of over) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'full', retryAfter: expect.any(Number) } });
    }
    expect(await waiting(engine)).toBe(500);

    await letGo();
    for (const outcome of await Promise.all(taken)) recordOf(outcome);
    expect(await waiting(engine)).toBe(0);
    recordOf(await engine.submit(topup(ledgerId, 'asha', 1n, reference('o0'))));
    expect((await balancesOf(database.owner, ledgerId)).get('asha USD wallet')).toBe(501n);
    await close();
  });

  test('tells how many it turned away, and not each by itself', async () => {
    const told: number[] = [];
    const { engine, close } = await openEngine(database.appUrl, {
      settings: { maxWaiting: 1 },
      turnedAway: (count) => told.push(count),
    });
    const letGo = await block();
    const taken = engine.submit(topup(ledgerId, 'dan', 1n));
    const turnAway = () => expect(engine.submit(topup(ledgerId, 'dan', 1n))).rejects.toMatchObject({ reason: 'full' });
    for (let i = 0; i < 100; i += 1) await turnAway();
    await until(() => told.length > 0);
    for (let i = 0; i < 50; i += 1) await turnAway();
    await until(() => told.length > 1);
    expect(told).toEqual([100, 50]);
    const { values } = await engine.metrics.outcomes.get();
    expect(values.find(({ labels }) => labels.outcome === 'busy')?.value).toBe(150);
    await letGo();
    recordOf(await taken);
    await close();
  });

  test('keeps nothing of what it turns away', async () => {
    const { engine, close } = await openEngine(database.appUrl, { settings: { maxWaiting: 10 } });
    const letGo = await block();
    const taken = Array.from({ length: 10 }, () => engine.submit(topup(ledgerId, 'ben', 1n)));
    const before = heapUsed();
    for (let i = 0; i < 100_000; i += 1) {
      const refused = engine.submit(topup(ledgerId, `one of many ${i}`, 1n, reference(`many ${i}`)));
      await refused.catch((error) => {
        if (reasonOf(error) !== 'full') throw error;
      });
    }
    expect(heapUsed() - before).toBeLessThan(5_000_000);
    await letGo();
    for (const outcome of await Promise.all(taken)) recordOf(outcome);
    await close();
  });

  test('gives an operation up once it has waited too long, and a retry records it once', async () => {
    const { engine, close } = await openEngine(database.appUrl, { settings: { timeout: 500 }, answerWithin: 500 });
    const letGo = await block();
    const keys = Array.from({ length: 20 }, (_, i) => `late ${i}`);
    const send = () =>
      Promise.allSettled(keys.map((key) => engine.submit(topup(ledgerId, 'late', 1n, reference(key)))));
    for (const outcome of await send()) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { reason: 'database' } });
    }
    await letGo();
    expect((await send()).map(({ status }) => status)).toEqual(keys.map(() => 'fulfilled'));
    const counts = await countByReference(database.owner, ledgerId, keys);
    expect([...counts.values()]).toEqual(keys.map(() => 1));
    await close();
  });

  test('drains: it finishes what it has, takes no more, and is then done', async () => {
    const { engine, close } = await openEngine(database.appUrl);
    const letGo = await block();
    const taken = Array.from({ length: 50 }, () => engine.submit(topup(ledgerId, 'drained', 1n)));
    let done = false;
    const drained = engine.drain().then(() => {
      done = true;
    });
    await expect(engine.submit(topup(ledgerId, 'too late', 1n)).catch(reasonOf)).resolves.toBe('stopping');
    expect(done).toBe(false);
    await letGo();
    for (const outcome of await Promise.all(taken)) recordOf(outcome);
    await drained;
    expect((await balancesOf(database.owner, ledgerId)).get('drained USD wallet')).toBe(50n);
    expect((await balancesOf(database.owner, ledgerId)).has('too late USD wallet')).toBe(false);
    await close();
    expect(await violations(database.owner, ledgerId)).toEqual([]);
  });
});

async function waiting(engine: Awaited<ReturnType<typeof openEngine>>['engine']): Promise<number | undefined> {
  return (await engine.metrics.waiting.get()).values[0]?.value;
}

/** Bytes that are still needed: what can be collected is. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
