import { afterAll, describe, expect, test } from 'vitest';
import type { Submission } from '../../src/engine/submission.ts';
import { walletCreate } from '../../src/wallet/create.ts';
import { walletBonus } from '../../src/wallet/credit.ts';
import { walletWithdraw } from '../../src/wallet/debit.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { createTestDatabase } from '../support/database.ts';
import {
  CALLER,
  createLedger,
  openEngine,
  recordOf,
  reference,
  refusalOf,
  spend,
  submission,
  topup,
} from '../support/engine.ts';
import { balancesOf, violations } from '../support/truth.ts';

describe('an idempotency key', async () => {
  const database = await createTestDatabase();
  const [one, other] = await Promise.all([openEngine(database.appUrl), openEngine(database.appUrl)]);
  const ledgerId = await createLedger(database.owner);
  afterAll(async () => {
    expect(await violations(database.owner, ledgerId)).toEqual([]);
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  });

  /** Sends it to one instance, then again to it and to another one, which has to read everything from the books. */
  async function thrice<Input>(request: Submission<Input>) {
    const first = await one.engine.submit(request);
    expect(first).toMatchObject({ ok: true, replayed: false });
    const record = recordOf(first);
    for (const { engine } of [one, other]) {
      expect(await engine.submit(request)).toStrictEqual({ ok: true, record, replayed: true });
    }
    return record;
  }

  const kept = { customer: 'kept', asset: 'USD', amount: 30n };
  const data = { note: 'säästö "\\ \u0000 \ud800 \u{1f45b}', nested: { z: [1, null, true], 2: 'two', 1: 'one' } };

  test('gives the same record again for each operation, to the last field', async () => {
    const given = await thrice(topup(ledgerId, 'kept', 500n, reference('topup')));
    await thrice(submission(ledgerId, walletCreate, { customer: 'kept', asset: 'EUR' }, reference('create')));
    await thrice(submission(ledgerId, walletBonus, { ...kept, data }, reference('bonus')));
    await thrice(spend(ledgerId, 'kept', 100n, reference('spend')));
    await thrice(submission(ledgerId, walletWithdraw, { ...kept, data }, reference('withdraw')));
    const transfer = { sender: 'kept', recipient: 'zoe', asset: 'USD', amount: 200n, data };
    const moved = await thrice(submission(ledgerId, walletTransfer, transfer, reference('transfer')));

    const reverse = (transactionId: string, key: string) =>
      submission(ledgerId, transactionReverse, { transactionId, reason: 'wrong' }, reference(key));
    // The first of these takes what is left and books the rest as owed: three entries.
    expect((await thrice(reverse(given.id, 'reverse topup'))).entries).toHaveLength(3);
    await thrice(reverse(moved.id, 'reverse transfer'));
  });

  test('keeps the time that the caller gave', async () => {
    const occurredAt = new Date('2011-12-09T12:50:00.123Z');
    const record = await thrice({ ...topup(ledgerId, 'late', 1n, reference('late')), occurredAt });
    expect(record.occurredAt).toEqual(occurredAt);
    expect(record.recordedAt.getTime()).toBeGreaterThan(occurredAt.getTime());
  });

  test('is refused for any other request', async () => {
    const request = topup(ledgerId, 'mia', 100n, reference('taken'));
    recordOf(await one.engine.submit(request));
    const changed: Submission<never>[] = [
      topup(ledgerId, 'mia', 101n, reference('taken')),
      topup(ledgerId, 'other', 100n, reference('taken')),
      { ...request, input: { ...request.input, method: 'cash' } },
      { ...request, input: { ...request.input, asset: 'EUR' } },
      { ...request, input: { ...request.input, data: { note: 'x' } } },
      { ...request, occurredAt: new Date() },
      spend(ledgerId, 'mia', 100n, reference('taken')),
    ] as unknown as Submission<never>[];
    for (const { engine } of [one, other]) {
      for (const other of changed) {
        expect(await engine.submit(other)).toEqual({
          ok: false,
          refusal: { code: 'DUPLICATE_IDEMPOTENCY_KEY', details: { key: 'taken' } },
        });
      }
    }
  });

  test('gives the first outcome again even where the operation would be refused by now', async () => {
    recordOf(await one.engine.submit(topup(ledgerId, 'last', 1n)));
    await thrice(spend(ledgerId, 'last', 1n, reference('last coin')));
    expect(refusalOf(await one.engine.submit(spend(ledgerId, 'last', 1n, reference('one too many'))))).toBe(
      'INSUFFICIENT_FUNDS',
    );
  });

  test('of a refused operation is free: nothing was recorded under it', async () => {
    recordOf(await one.engine.submit(topup(ledgerId, 'poor', 1n)));
    const request = spend(ledgerId, 'poor', 5n, reference('too early'));
    expect(refusalOf(await one.engine.submit(request))).toBe('INSUFFICIENT_FUNDS');
    recordOf(await one.engine.submit(topup(ledgerId, 'poor', 4n)));
    await thrice(request);
  });

  test('of one caller never meets the same key of another caller, or of another operation', async () => {
    const key = { scope: 'caller', value: 'mine' } as const;
    const input = { customer: 'shared', asset: 'USD', amount: 10n, data: {} };
    const send = (subject: string, operation: Operation<string, typeof input>) =>
      one.engine.submit(submission(ledgerId, operation, input, key, { ...CALLER, subject }));
    const first = recordOf(await send('a', walletBonus));
    const others = [await send('b', walletBonus), await send('a', walletWithdraw)].map(recordOf);
    expect(new Set([first.id, ...others.map(({ id }) => id)]).size).toBe(3);
    expect(await send('a', walletBonus)).toStrictEqual({ ok: true, record: first, replayed: true });
    // A reference of the ledger is again something else, even where it reads the same.
    await thrice(submission(ledgerId, walletBonus, input, reference('mine')));
  });

  test('that was used a moment ago is looked up before it spoils the batch of its neighbours', async () => {
    const again = topup(ledgerId, 'regular', 1n, reference('used a moment ago'));
    recordOf(await one.engine.submit(again));
    recordOf(await one.engine.submit(topup(ledgerId, 'neighbour', 1n)));
    const before = await staleCommits();
    const outcomes = await Promise.all(
      [again, topup(ledgerId, 'neighbour', 1n)].map((asked) => one.engine.submit(asked)),
    );
    expect(outcomes.map((outcome) => outcome.ok && outcome.replayed)).toEqual([true, false]);
    expect(await staleCommits()).toBe(before);
  });

  const staleCommits = async (): Promise<number> =>
    (await one.engine.metrics.attempts.get()).values.find(({ labels }) => labels.result === 'stale')?.value ?? 0;

  test('sent many times at once is recorded once, and each gets the same record', async () => {
    const request = topup(ledgerId, 'twins', 7n, reference('twins'));
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? one : other).engine.submit(request)),
    );
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
    const [first] = outcomes.map(recordOf);
    for (const outcome of outcomes) expect(recordOf(outcome)).toStrictEqual(first);
    expect((await balancesOf(database.owner, ledgerId)).get('twins USD wallet')).toBe(7n);
  });

  test('with two different requests at once goes to exactly one of them', async () => {
    const amounts = Array.from({ length: 20 }, (_, i) => BigInt(i + 1));
    const outcomes = await Promise.all(
      amounts.map((amount) => one.engine.submit(topup(ledgerId, 'rivals', amount, reference('rivals')))),
    );
    expect(outcomes.map(refusalOf).filter((code) => code === null)).toHaveLength(1);
    expect(new Set(outcomes.map(refusalOf))).toEqual(new Set([null, 'DUPLICATE_IDEMPOTENCY_KEY']));
    const winner = recordOf(outcomes.find((outcome) => outcome.ok) as (typeof outcomes)[number]);
    expect((await balancesOf(database.owner, ledgerId)).get('rivals USD wallet')).toBe(winner.entries[1]?.amount);
  });
});
