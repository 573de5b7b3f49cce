import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/submission.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { slipApplyWallet } from '../../src/wallet/slip/apply.ts';
import { changeStore } from '../../src/wallet/slip/change.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { slipVoid } from '../../src/wallet/slip/void.ts';
import { checkViolations } from '../support/checks.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, refusalOf, submission } from '../support/engine.ts';

/** 200 by `npm run test:races`. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 10);
const PARALLEL = 100;
const [CUSTOMER, STORE, ASSET] = ['racer', 'S1', 'USD'];
const TOTAL = 1000n;
const CHECKS = [
  'slips-add-up',
  'allocations-add-up',
  'payments-add-up',
  'slips-match-receivable',
  'balances-equal-entries',
];

describe(`${PARALLEL} at once on one slip, ${ROUNDS} rounds`, async () => {
  const database = await createTestDatabase();
  // Two instances: neither knows what the other does.
  const instances = await Promise.all([openEngine(database.appUrl), openEngine(database.appUrl)]);
  afterAll(async () => {
    for (const { close } of instances) await close();
    await database.drop();
  });

  class Round {
    readonly slipId = randomUUID();
    readonly ledgerId: bigint;
    #next = 0;

    constructor(ledgerId: bigint) {
      this.ledgerId = ledgerId;
    }

    /** By turns through one instance and the other. */
    send<Input>(operation: Operation<string, Input>, input: Input): Promise<Outcome> {
      this.#next += 1;
      const { engine } = instances[this.#next % instances.length] as (typeof instances)[number];
      return engine.submit(submission(this.ledgerId, operation, input));
    }

    async open(inWallet: bigint): Promise<void> {
      const made = { slipId: this.slipId, occurredAt: new Date(0) };
      const lines = [{ itemId: 'I', description: 'Tea', quantity: 1n, unitPrice: TOTAL }];
      const sale = { made, customer: CUSTOMER, store: STORE, asset: ASSET, lines, tax: 0n, discount: 0n };
      recordOf(await this.send(slipCreate, sale));
      if (inWallet > 0n) {
        recordOf(await this.send(changeStore, { customer: CUSTOMER, store: STORE, asset: ASSET, amount: inWallet }));
      }
    }

    apply = () => this.send(slipApplyWallet, { customer: CUSTOMER, slipId: this.slipId, asset: ASSET });

    pay = (amount: bigint) =>
      this.send(paymentProcess, {
        made: { paymentId: randomUUID() },
        customer: CUSTOMER,
        store: STORE,
        asset: ASSET,
        tenders: [{ method: 'CASH', amount, reference: null }],
        allocations: [{ slip: this.slipId, amount }],
      });

    void = () => this.send(slipVoid, { slipId: this.slipId, reason: 'race' });

    async slip(): Promise<{ paid: bigint; status: string }> {
      const { rows } = await database.owner.query<{ paid: bigint; status: string }>(
        'select paid, status from slips where ledger_id = $1 and id = $2',
        [this.ledgerId, this.slipId],
      );
      return rows[0] as { paid: bigint; status: string };
    }

    async balance(kind: 'wallet' | 'receivable'): Promise<bigint> {
      const { rows } = await database.owner.query<{ balance: bigint }>(
        `select b.balance from wallet_balances b join accounts a on a.ledger_id = $1 and a.id = b.account_id
          where b.ledger_id = $1 and a.owner = $2 and a.kind = $3`,
        [this.ledgerId, CUSTOMER, kind],
      );
      return rows[0]?.balance ?? 0n;
    }

    async check(): Promise<void> {
      expect(await checkViolations(database.owner, this.ledgerId, CHECKS)).toEqual([]);
    }
  }

  async function rounds(inWallet: bigint, race: (round: Round) => Promise<void>): Promise<void> {
    for (let i = 0; i < ROUNDS; i += 1) {
      const round = new Round(await createLedger(database.owner));
      await round.open(inWallet);
      await race(round);
      await round.check();
    }
  }

  const many = (start: (i: number) => Promise<Outcome>): Promise<Outcome[]> =>
    Promise.all(Array.from({ length: PARALLEL }, (_, i) => start(i)));
  const done = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => outcome.ok).length;
  const refusals = (outcomes: readonly Outcome[]) =>
    [...new Set(outcomes.map(refusalOf).filter((code) => code !== null))].toSorted();

  test('apply and apply: the wallet pays once, and never goes below zero', { timeout: 600_000 }, () =>
    rounds(600n, async (round) => {
      const outcomes = await many(round.apply);
      expect(done(outcomes)).toBe(1);
      expect(refusals(outcomes)).toEqual(['INSUFFICIENT_WALLET_BALANCE']);
      expect(await round.slip()).toEqual({ paid: 600n, status: 'PARTIALLY_PAID' });
      expect(await round.balance('wallet')).toBe(0n);
    }),
  );

  test('pay and pay: exactly as many as the slip has room for', { timeout: 600_000 }, () =>
    rounds(0n, async (round) => {
      const outcomes = await many(() => round.pay(300n));
      expect(done(outcomes)).toBe(3);
      expect(refusals(outcomes)).toEqual(['PAYMENT_ALLOCATION_ERROR']);
      expect(await round.slip()).toEqual({ paid: 900n, status: 'PARTIALLY_PAID' });
      expect(await round.balance('receivable')).toBe(-100n);
    }),
  );

  test(
    'pay and void: no payment after the void, and what was paid before it is in the wallet',
    {
      timeout: 600_000,
    },
    () =>
      rounds(0n, async (round) => {
        const outcomes = await many((i) => (i % 10 === 7 ? round.void() : round.pay(7n)));
        const voids = outcomes.filter((_, i) => i % 10 === 7);
        const pays = outcomes.filter((_, i) => i % 10 !== 7);
        expect(done(voids)).toBe(1);
        expect(refusals(outcomes)).toEqual(['INVALID_SLIP_STATUS']);
        expect(await round.slip()).toEqual({ paid: 0n, status: 'VOID' });
        expect(await round.balance('receivable')).toBe(0n);
        expect(await round.balance('wallet')).toBe(BigInt(done(pays)) * 7n);
      }),
  );
});
