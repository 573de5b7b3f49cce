import { afterAll, describe, expect, test } from 'vitest';
import { Unavailable } from '../../src/engine/submission.ts';
import { house, wallet } from '../../src/ledger/account.ts';
import { MAX_BALANCE } from '../../src/ledger/money.ts';
import { move, type Posting } from '../../src/ledger/posting.ts';
import { type WalletBonus, walletBonus } from '../../src/wallet/credit.ts';
import { decided, type Operation } from '../../src/wallet/operation.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, reference, refusalOf, submission, topup } from '../support/engine.ts';
import { countByReference, violations } from '../support/truth.ts';

/** Nothing in the service decides this: it stands for a defect that nobody has foreseen. */
const defect = (name: string, postings: (input: WalletBonus) => Posting[]): Operation<string, WalletBonus> => ({
  ...walletBonus,
  name,
  decide: (input) => decided({ customer: input.customer, postings: postings(input), data: input.data }),
});

const usd = (customer: string, amount: bigint) => move(house('USD', 'bonus'), wallet(customer, 'USD'), amount, 'BONUS');
const input = { customer: 'culprit', asset: 'USD', amount: 5n, data: {} };

const POISONS: readonly { what: string; operation: Operation<string, WalletBonus>; input: WalletBonus }[] = [
  {
    what: 'a customer longer than the column',
    operation: walletBonus,
    input: { ...input, customer: 'x'.repeat(101) },
  },
  { what: 'a NUL in an id', operation: walletBonus, input: { ...input, customer: 'nul\u0000' } },
  {
    what: 'entries that do not balance',
    operation: defect('unbalanced', ({ customer }) => [...usd(customer, 1n), ...usd(customer, 2n).slice(1)]),
    input,
  },
  {
    what: 'an entry type that the database does not know',
    operation: defect('strange', ({ customer }) =>
      usd(customer, 1n).map((posting) => ({ ...posting, type: 'GIFT' as 'BONUS' })),
    ),
    input,
  },
  {
    what: 'a decision that throws',
    operation: defect('broken', () => {
      throw new Error('a defect');
    }),
    input,
  },
];

describe('an operation that cannot be recorded, for a reason nobody foresaw,', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl);
  const ledgerId = await createLedger(database.owner);
  afterAll(async () => {
    await close();
    await database.drop();
  });

  for (const [number, poison] of POISONS.entries()) {
    test(`fails alone among 200 others: ${poison.what}`, async () => {
      const keys = Array.from({ length: 200 }, (_, i) => `${number}/${i}`);
      // Half of the customers are new to the books, and the culprit stands somewhere in the middle.
      const sends = keys.map(
        (key, i) => () => engine.submit(topup(ledgerId, `c${i % 50}-${i % 2}`, 1n, reference(key))),
      );
      const culprit = submission(ledgerId, poison.operation, poison.input, reference(`${number}/culprit`));
      const good = sends.slice(0, 77).map((send) => send());
      const bad = engine.submit(culprit).then(
        () => 'recorded',
        (error: unknown) => error,
      );
      good.push(...sends.slice(77).map((send) => send()));

      for (const outcome of await Promise.all(good)) recordOf(outcome);
      const error = await bad;
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(Unavailable);
      const counts = await countByReference(database.owner, ledgerId, [...keys, `${number}/culprit`]);
      expect([...counts.values()]).toEqual([...keys.map(() => 1), 0]);
      expect(await violations(database.owner, ledgerId)).toEqual([]);
    });
  }

  test('fails alone where there are several of them', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        engine.submit(
          submission(ledgerId, walletBonus, { ...input, customer: i % 50 === 7 ? 'x'.repeat(101 + i) : `s${i}` }),
        ),
      ),
    );
    expect(outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([7, 57, 107, 157]);
    expect(await violations(database.owner, ledgerId)).toEqual([]);
  });
});

describe('an account of the house at its limit', async () => {
  const database = await createTestDatabase();
  const { engine, close } = await openEngine(database.appUrl, { settings: { timeout: 5_000 } });
  const ledgerId = await createLedger(database.owner);
  afterAll(async () => {
    await close();
    await database.drop();
  });

  test('stops those who need it, and nobody else', async () => {
    const exhaust = defect('exhaust', () =>
      move(house('USD', 'clearing', 'stripe'), wallet('culprit', 'USD'), MAX_BALANCE, 'DEPOSIT'),
    );
    const needs = () => ({ accounts: [house('USD', 'clearing', 'stripe'), wallet('culprit', 'USD')] });
    recordOf(await engine.submit(submission(ledgerId, { ...exhaust, needs }, input)));

    const started = performance.now();
    const [refused, recorded] = await Promise.all([
      engine.submit(topup(ledgerId, 'asha', 1n)),
      engine.submit(submission(ledgerId, walletBonus, { ...input, customer: 'ben' })),
    ]);
    expect(refusalOf(refused)).toBe('BALANCE_LIMIT');
    recordOf(recorded);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
