/** What another instance does in the moment between a decision and its commit: the guess does not hold, and is made anew. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPool, type Pool } from '../../src/database/pool.ts';
import { LedgerEngine } from '../../src/engine/engine.ts';
import type { Submission } from '../../src/engine/submission.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import type { WalletTopup } from '../../src/wallet/credit.ts';
import { creditLimitSet, EVERYBODY } from '../../src/wallet/credit-limit.ts';
import { customerFreeze } from '../../src/wallet/customer.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  createLedger,
  openEngine,
  recordOf,
  reference,
  refusalOf,
  spend,
  submission,
  type TestEngine,
  topup,
} from '../support/engine.ts';
import { violations } from '../support/truth.ts';

describe('between a decision and its commit', () => {
  let database: TestDatabase;
  let other: TestEngine;
  let commits: Pool;
  let engine: LedgerEngine;
  let ledger: bigint;
  /** Happens once, just before the next commit of `engine`. */
  let meanwhile: (() => Promise<unknown>) | null = null;

  beforeAll(async () => {
    database = await createTestDatabase();
    other = await openEngine(database.appUrl, { isolation: 'read committed' });
    commits = createPool({
      url: database.appUrl,
      max: 2,
      log: createLog('silent'),
      settings: { default_transaction_isolation: 'read committed' },
    });
    const interrupted: Pool = Object.create(commits, {
      connect: {
        value: async () => {
          const event = meanwhile;
          meanwhile = null;
          await event?.();
          return commits.connect();
        },
      },
    });
    const assets = new AssetRegistry(other.reads);
    await assets.refresh();
    engine = new LedgerEngine({ commits: interrupted, looks: other.reads, assets });
  });
  beforeEach(async () => {
    meanwhile = null;
    ledger = await createLedger(database.owner);
  });
  afterAll(async () => {
    await engine.drain();
    await commits.end();
    await other.close();
    await database.drop();
  });

  const elsewhere = async <Input>(asked: Submission<Input>) => recordOf(await other.engine.submit(asked));

  /** Submits here while that happens elsewhere; the books must be sound afterwards. */
  async function against<Input>(event: () => Promise<unknown>, asked: Submission<Input>) {
    meanwhile = event;
    const outcome = await engine.submit(asked);
    expect(meanwhile).toBeNull();
    expect(await violations(database.owner, ledger)).toEqual([]);
    return outcome;
  }

  const slip = (customer: string, price: bigint) =>
    submission(ledger, slipCreate, {
      made: { slipId: randomUUID(), occurredAt: new Date() },
      ...{ customer, store: 'posta', asset: 'TZS', tax: 0n, discount: 0n },
      lines: [{ itemId: 'tea', description: 'Tea', quantity: 1n, unitPrice: price }],
    });
  /** Of one slip, or of the oldest first. */
  const payment = (customer: string, amount: bigint, of: string | null = null) =>
    submission(ledger, paymentProcess, {
      made: { paymentId: randomUUID() },
      ...{ customer, store: 'posta', asset: 'TZS', allocations: of === null ? [] : [{ slip: of, amount }] },
      tenders: [{ method: 'CASH' as const, amount, reference: null }],
    });

  test('the same reference is recorded elsewhere: the answer is that record', async () => {
    // With a wallet that is there, and enough in it: nothing but the key tells that it was done.
    await elsewhere(topup(ledger, 'asha', 1n));
    const asked = topup(ledger, 'asha', 5n, reference('once'));
    let first: unknown;
    const outcome = await against(async () => {
      first = await elsewhere(asked);
    }, asked);
    expect(outcome).toEqual({ ok: true, replayed: true, record: first });
  });

  test('the last coin is spent elsewhere: the spend is refused', async () => {
    await elsewhere(topup(ledger, 'asha', 1n));
    const outcome = await against(() => elsewhere(spend(ledger, 'asha', 1n)), spend(ledger, 'asha', 1n));
    expect(refusalOf(outcome)).toBe('INSUFFICIENT_FUNDS');
  });

  test('funds that this instance does not know of came in elsewhere: the spend is not refused', async () => {
    // It remembers one coin, and the account that is spent to: there is nothing that it would have to look for.
    recordOf(await engine.submit(topup(ledger, 'asha', 2n)));
    recordOf(await engine.submit(spend(ledger, 'asha', 1n)));
    await elsewhere(topup(ledger, 'asha', 9n));
    expect(refusalOf(await engine.submit(spend(ledger, 'asha', 5n)))).toBeNull();
  });

  test('the wallet is opened elsewhere: both top-ups are in the one wallet', async () => {
    const outcome = await against(() => elsewhere(topup(ledger, 'new', 2n)), topup(ledger, 'new', 3n));
    expect(recordOf(outcome).entries.find(({ account }) => account.owner === 'new')).toMatchObject({
      balanceAfter: 5n,
    });
  });

  test('goods are taken on a slip elsewhere: the payment pays for them before it fills the wallet', async () => {
    await elsewhere(slip('asha', 100n));
    const outcome = await against(() => elsewhere(slip('asha', 40n)), payment('asha', 150n));
    const { entries } = recordOf(outcome);
    expect(entries.find(({ account }) => account.kind === 'receivable')?.amount).toBe(140n);
    expect(entries.find(({ account }) => account.kind === 'wallet')?.amount).toBe(10n);
  });

  test('a part of the slip is paid elsewhere: what it does not need any more is refused', async () => {
    const { data } = await elsewhere(slip('asha', 100n));
    const asked = payment('asha', 60n, data.slip_id as string);
    const outcome = await against(() => elsewhere(payment('asha', 60n)), asked);
    expect(refusalOf(outcome)).toBe('PAYMENT_ALLOCATION_ERROR');
  });

  test('a part of the slip is paid elsewhere, and more is owed on another: it is refused all the same', async () => {
    const { data } = await elsewhere(slip('asha', 100n));
    await elsewhere(slip('asha', 100n));
    // The till's account is there and the debt stays below its bound: nothing but the slip itself tells.
    await elsewhere(payment('asha', 1n));
    const of = data.slip_id as string;
    const outcome = await against(() => elsewhere(payment('asha', 60n, of)), payment('asha', 60n, of));
    expect(refusalOf(outcome)).toBe('PAYMENT_ALLOCATION_ERROR');
  });

  test('the slip is paid elsewhere: all of the payment goes to the wallet', async () => {
    await elsewhere(slip('asha', 100n));
    const outcome = await against(() => elsewhere(payment('asha', 100n)), payment('asha', 100n));
    expect(recordOf(outcome).entries.find(({ account }) => account.owner === 'asha')?.account.kind).toBe('wallet');
  });

  const limit = (customer: string, amount: bigint | null) =>
    submission(ledger, creditLimitSet, { customer, asset: 'TZS', amount });

  test.each(['asha', EVERYBODY])('the credit limit of "%s" is set elsewhere: the slip is refused', async (whose) => {
    await elsewhere(slip('asha', 100n));
    const outcome = await against(() => elsewhere(limit(whose, 120n)), slip('asha', 40n));
    expect(refusalOf(outcome)).toBe('CREDIT_LIMIT_EXCEEDED');
  });

  test("a limit of the customer's own is set elsewhere: it counts for more than everybody's", async () => {
    await elsewhere(limit(EVERYBODY, 1_000n));
    await elsewhere(slip('asha', 100n));
    recordOf(await engine.submit(slip('asha', 1n)));
    const outcome = await against(() => elsewhere(limit('asha', 110n)), slip('asha', 40n));
    expect(refusalOf(outcome)).toBe('CREDIT_LIMIT_EXCEEDED');
  });

  test('goods are taken elsewhere up to the credit limit: the slip is refused', async () => {
    await elsewhere(limit(EVERYBODY, 100n));
    recordOf(await engine.submit(slip('asha', 20n)));
    const outcome = await against(() => elsewhere(slip('asha', 50n)), slip('asha', 40n));
    expect(refusalOf(outcome)).toBe('CREDIT_LIMIT_EXCEEDED');
  });

  test('the customer is frozen elsewhere: the spend is refused', async () => {
    await elsewhere(topup(ledger, 'asha', 9n));
    const freeze = submission(ledger, customerFreeze, { customer: 'asha', reason: 'stolen card' });
    const outcome = await against(() => elsewhere(freeze), spend(ledger, 'asha', 1n));
    expect(refusalOf(outcome)).toBe('ACCOUNT_FROZEN');
  });

  test('the transaction is taken back elsewhere: it is not taken back again', async () => {
    const { id } = await elsewhere(topup(ledger, 'asha', 9n));
    // The wallet could give it back twice.
    await elsewhere(topup(ledger, 'asha', 9n));
    const reverse = submission(ledger, transactionReverse, { transactionId: id, reason: 'wrong' });
    const outcome = await against(() => elsewhere(reverse), reverse);
    expect(refusalOf(outcome)).toBe('ALREADY_REVERSED');
  });

  test('what a reversal can take back is refilled elsewhere: nothing is left owed', async () => {
    const { id } = await elsewhere(topup(ledger, 'asha', 9n));
    await elsewhere(spend(ledger, 'asha', 5n));
    const reverse = submission(ledger, transactionReverse, { transactionId: id, reason: 'wrong' });
    const outcome = await against(() => elsewhere(topup(ledger, 'asha', 5n)), reverse);
    expect(recordOf(outcome).entries.some(({ account }) => account.kind === 'receivable')).toBe(false);
  });
});

describe('two instances that commit one by one', () => {
  test.each(['serializable', 'read committed'] as const)("are never in each other's way at %s", async (isolation) => {
    const database = await createTestDatabase();
    const options = { isolation, settings: { maxBatch: 1 } } as const;
    const engines = await Promise.all([openEngine(database.appUrl, options), openEngine(database.appUrl, options)]);
    const ledger = await createLedger(database.owner);
    const each = Array.from({ length: 150 }, (_, i) => i);
    const outcomes = await Promise.all(
      engines.flatMap(({ engine }, place) => each.map((i) => engine.submit(topupFrom(ledger, `of ${place}`, i)))),
    );
    const heights = outcomes.map((outcome) => recordOf(outcome).height).sort((a, b) => Number(a - b));
    expect(heights).toEqual(Array.from({ length: 300 }, (_, i) => BigInt(i + 1)));
    expect(await violations(database.owner, ledger)).toEqual([]);
    await Promise.all(engines.map(({ close }) => close()));
    await database.drop();
  });
});

/** Each with a clearing account of its own, so that nothing but the head stands between them. */
function topupFrom(ledger: bigint, method: string, i: number): Submission<WalletTopup> {
  const asked = topup(ledger, `${method} ${i}`.replaceAll(' ', '-'), 1n);
  return { ...asked, input: { ...asked.input, method: method.replaceAll(' ', '-') } };
}
