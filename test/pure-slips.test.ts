import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receivable, wallet } from '../src/ledger/account.ts';
import { signed } from '../src/ledger/posting.ts';
import { walletSpend } from '../src/wallet/debit.ts';
import type { RefusalCode } from '../src/wallet/errors.ts';
import type { Decision } from '../src/wallet/operation.ts';
import { transactionReverse } from '../src/wallet/reverse.ts';
import { slipApplyWallet } from '../src/wallet/slip/apply.ts';
import { changeStore } from '../src/wallet/slip/change.ts';
import { slipCreate } from '../src/wallet/slip/create.ts';
import { paymentProcess } from '../src/wallet/slip/payment.ts';
import type { Tender } from '../src/wallet/slip/rows.ts';
import { slipVoid } from '../src/wallet/slip/void.ts';
import { PureBooks } from './support/pure-books.ts';
import { type Asked, type ModelSlip, SlipModel } from './support/slip-model.ts';

const CUSTOMERS = ['asha', 'ben'];
const CURRENCIES = ['USD', 'USD', 'USD', 'TZS'];
const STORE = 'STORE001';
const FIRST_DAY = Date.UTC(2024, 0, 15);

/** The numbers that one command is made of, one after another, out of one number: cheap to make and to shrink. */
type Roll = (sides: number) => number;

function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % sides;
  };
}

class Run {
  readonly books = new PureBooks();
  readonly model = new SlipModel();
  readonly #seen: Set<string>;

  constructor(seen: Set<string>) {
    this.#seen = seen;
  }

  step(seed: number): void {
    const roll = dice(seed);
    const customer = CUSTOMERS[roll(CUSTOMERS.length)] as string;
    const asset = CURRENCIES[roll(CURRENCIES.length)] as string;
    const kind = roll(13);
    if (kind < 3) this.#create(customer, asset, roll);
    else if (kind < 5) this.#payOldest(customer, asset, roll);
    else if (kind < 7) this.#payAsked(customer, asset, roll);
    else if (kind < 8) this.#apply(customer, asset, roll);
    else if (kind < 9) this.#change(customer, asset, roll);
    else if (kind < 10) this.#void(roll);
    else if (kind < 11) this.#reverse(roll);
    else if (kind < 12) this.#spend(customer, asset, roll);
    else this.#freeze(customer, roll);
  }

  #create(customer: string, asset: string, roll: Roll): void {
    const id = `00000000-0000-7000-8000-${this.books.slips.size.toString(16).padStart(12, '0')}`;
    const lines = Array.from({ length: roll(4) + 1 }, (_, i) => ({
      itemId: `ITEM${i}`,
      description: `Item ${i}`,
      quantity: BigInt(roll(3) + 1),
      unitPrice: BigInt(roll(90)),
    }));
    const totals = lines.map((line) => line.quantity * line.unitPrice);
    const subtotal = totals.reduce((sum, total) => sum + total, 0n);
    const tax = BigInt(roll(40));
    // Some discounts are above the tax, some above the goods, and some leave nothing to pay.
    const discount = [0n, tax / 2n, subtotal / 2n, subtotal, subtotal + tax / 2n, subtotal + tax][roll(6)] as bigint;
    const at = FIRST_DAY + roll(5) * 86_400_000;
    const decision = this.books.submit(
      slipCreate,
      { made: { slipId: id, occurredAt: new Date(at) }, customer, store: STORE, asset, lines, tax, discount },
      this.#id(),
    );
    const total = subtotal + tax - discount;
    this.#agree('create', decision, this.model.create({ id, customer, asset, at, lines: totals, total }));
  }

  #payOldest(customer: string, asset: string, roll: Roll): void {
    const amount = BigInt(roll(roll(2) === 0 ? 40 : 700) + 2);
    const input = this.#payment(customer, asset, amount, [], roll);
    const decision = this.books.submit(paymentProcess, input, this.#id());
    this.#agree('pay oldest', decision, this.model.payOldest(customer, asset, amount));
  }

  #payAsked(customer: string, asset: string, roll: Roll): void {
    const asked: Asked[] = [];
    for (let i = roll(3); i >= 0; i -= 1) {
      const own = this.model.open(customer, asset);
      const slip = roll(8) === 0 || own.length === 0 ? this.#anySlip(roll) : (own[roll(own.length)] as ModelSlip);
      const owed = slip.total - slip.paid;
      asked.push({ slip: slip.id, amount: [owed, owed / 2n, 1n, owed + 1n][roll(roll(4) === 0 ? 4 : 3)] as bigint });
    }
    if (roll(3) === 0) asked.push({ slip: null, amount: BigInt(roll(200)) });
    const sum = asked.reduce((total, part) => total + part.amount, 0n);
    const amount = sum + (roll(10) === 0 ? 1n : 0n);
    if (amount < 2n) return;
    const decision = this.books.submit(paymentProcess, this.#payment(customer, asset, amount, asked, roll), this.#id());
    this.#agree('pay asked', decision, this.model.payAsked(customer, asset, amount, asked));
  }

  #payment(customer: string, asset: string, amount: bigint, asked: Asked[], roll: Roll) {
    const cash = roll(2) === 0 ? amount : amount / 2n;
    const tenders: Tender[] = [
      { method: 'CASH' as const, amount: cash, reference: null },
      { method: 'MOBILE' as const, amount: amount - cash, reference: 'M-1' },
    ].filter((tender) => tender.amount > 0n);
    const made = { paymentId: `payment-${this.#id()}` };
    return { made, customer, store: STORE, asset, tenders, allocations: asked };
  }

  #apply(customer: string, asset: string, roll: Roll): void {
    const own = this.model.open(customer, asset);
    const { id } = roll(6) === 0 || own.length === 0 ? this.#anySlip(roll) : (own[roll(own.length)] as ModelSlip);
    const decision = this.books.submit(slipApplyWallet, { customer, slipId: id, asset }, this.#id());
    this.#agree('apply', decision, this.model.apply(customer, asset, id));
  }

  #change(customer: string, asset: string, roll: Roll): void {
    const amount = BigInt(roll(300) + 1);
    const decision = this.books.submit(changeStore, { customer, store: STORE, asset, amount }, this.#id());
    this.#agree('change', decision, this.model.change(customer, asset, amount));
  }

  #void(roll: Roll): void {
    const { id } = this.#anySlip(roll);
    const decision = this.books.submit(slipVoid, { slipId: id, reason: 'returned' }, this.#id());
    this.#agree('void', decision, this.model.void(id));
  }

  #reverse(roll: Roll): void {
    const step = this.model.steps.length - roll(12);
    const decision = this.books.submit(transactionReverse, { transactionId: `${step}`, reason: 'mistake' }, this.#id());
    this.#agree('reverse', decision, this.model.reverse(step));
  }

  #spend(customer: string, asset: string, roll: Roll): void {
    const amount = BigInt(roll(200) + 1);
    const input = { customer, asset, amount, entryType: 'SPEND' as const, data: {} };
    const decision = this.books.submit(walletSpend, input, this.#id());
    this.#agree('spend', decision, this.model.spend(customer, asset, amount));
  }

  #freeze(customer: string, roll: Roll): void {
    const change = roll(4) === 0 ? 'add' : 'delete';
    this.books.frozen[change](customer);
    this.model.frozen[change](customer);
  }

  #anySlip(roll: Roll): { id: string; total: bigint; paid: bigint } {
    return this.model.slips[roll(this.model.slips.length + 1)] ?? { id: 'nowhere', total: 10n, paid: 0n };
  }

  /** Operations are numbered as the model numbers its steps. */
  #id(): string {
    return `${this.model.steps.length}`;
  }

  #agree(name: string, decision: Decision, expected: RefusalCode | null): void {
    const actual = 'refusal' in decision ? decision.refusal.code : null;
    if (actual !== expected) throw new Error(`${name} gave ${actual}, not ${expected}`);
    this.#seen.add(`${name} ${actual ?? 'done'}`);
  }

  /** Everything that holds of slips, payments and accounts after each step. */
  check(): void {
    const { books, model } = this;
    same('number of slips', books.slips.size, model.slips.length);
    for (const slip of model.slips) this.#checkSlip(slip);
    for (const payment of books.payments.values()) {
      const allocated = sum(books.allocations.map((part) => (part.payment === payment.id ? part.amount : 0n)));
      same('allocations of a payment', allocated, payment.amount);
      same('tenders of a payment', sum(payment.tenders.map((tender) => tender.amount)), payment.amount);
    }
    for (const customer of CUSTOMERS) for (const asset of ['USD', 'TZS']) this.#checkPurse(customer, asset);
    same('all balances', sum([...books.balances.values()]), 0n);
    const sold = sum(model.slips.map((slip) => (slip.isVoid ? 0n : slip.total)));
    const booked = [...books.balances].map(([key, balance]) => (/\n(sales|tax):/.test(key) ? balance : 0n));
    same('sales and tax', sum(booked), sold);
  }

  #checkSlip(expected: ModelSlip): void {
    const slip = this.books.slips.get(expected.id);
    if (!slip) throw new Error(`slip ${expected.id} is missing`);
    same('total', slip.total, expected.total);
    same('paid', slip.paid, expected.paid);
    let before = 0n;
    for (const [i, total] of expected.lines.entries()) {
      const line = slip.lines[i];
      const reached = expected.paid - before < 0n ? 0n : expected.paid - before;
      const paid = expected.paid === expected.total || reached > total ? total : reached;
      same(`total of line ${i}`, line?.total, total);
      same(`paid on line ${i}`, line?.paid, paid);
      before += total;
    }
    same('parts of the total', sum(slip.lines.map((line) => line.total)) + slip.charges.total, slip.total);
    same('paid on the parts', sum(slip.lines.map((line) => line.paid)) + slip.charges.paid, slip.paid);
    const partly = expected.paid < expected.total ? 'PARTIALLY_PAID' : 'CLOSED';
    same('status', slip.status, expected.isVoid ? 'VOID' : expected.paid === 0n ? 'OPEN' : partly);
    const allocated = this.books.allocations.map((part) => (part.slip?.id === slip.id ? part.amount : 0n));
    same('allocations of a slip', sum(allocated), slip.paid);
    const last = this.books.allocations.findLast((part) => part.slip?.id === slip.id)?.slip;
    if (last) same('what its last allocation left', last.remaining, slip.total - slip.paid);
    if (last && slip.status !== 'VOID') same('status after its last allocation', last.status, slip.status);
  }

  #checkPurse(customer: string, asset: string): void {
    const { books, model } = this;
    const { wallet: held, debt } = model.purse(customer, asset);
    const owed = books.balance(receivable(customer, asset));
    same('wallet', books.balance(wallet(customer, asset)), held);
    if (held < 0n) throw new Error(`the wallet of ${customer} is below zero`);
    const open = books.openSlips(customer, asset).map((slip) => slip.total - slip.paid);
    same('what the open slips need and reversals left owing', sum(open) + debt, -owed);
    // The formula of the document: over the customer's entries, credits less debits.
    const entries = books.entries.filter(({ account }) => account.owner === customer && account.asset === asset);
    same('credits less debits', sum(entries.map(signed)), held + owed);
  }
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

function same<T>(what: string, actual: T, expected: T): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, not ${expected}`);
}

test('10,000 sequences of slips, payments, applies, changes, voids and reversals keep every invariant after each step', {
  timeout: 120_000,
}, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 80, size: 'max' }), (seeds) => {
      const run = new Run(seen);
      for (const seed of seeds) {
        run.step(seed);
        run.check();
      }
    }),
    { numRuns: 10_000 },
  );
  expect([...seen].sort()).toEqual(EVERY_OUTCOME);
});

/** What 10,000 sequences must have met: a generator that no longer gets there would prove nothing. */
const EVERY_OUTCOME = [
  'apply ACCOUNT_FROZEN',
  'apply CREDIT_SLIP_NOT_FOUND',
  'apply CUSTOMER_ACCOUNT_NOT_FOUND',
  'apply INSUFFICIENT_WALLET_BALANCE',
  'apply INVALID_SLIP_STATUS',
  'apply VALIDATION_ERROR',
  'apply done',
  'change done',
  'create ACCOUNT_FROZEN',
  'create VALIDATION_ERROR',
  'create done',
  'pay asked CREDIT_SLIP_NOT_FOUND',
  'pay asked CUSTOMER_ACCOUNT_NOT_FOUND',
  'pay asked INVALID_SLIP_STATUS',
  'pay asked PAYMENT_ALLOCATION_ERROR',
  'pay asked VALIDATION_ERROR',
  'pay asked done',
  'pay oldest CUSTOMER_ACCOUNT_NOT_FOUND',
  'pay oldest done',
  'reverse ALREADY_REVERSED',
  'reverse NOT_REVERSIBLE',
  'reverse TRANSACTION_NOT_FOUND',
  'reverse done',
  'spend ACCOUNT_FROZEN',
  'spend INSUFFICIENT_FUNDS',
  'spend WALLET_NOT_FOUND',
  'spend done',
  'void CREDIT_SLIP_NOT_FOUND',
  'void INVALID_SLIP_STATUS',
  'void done',
];
