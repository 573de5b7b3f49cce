import { house, receivable } from '../../ledger/account.ts';
import { MAX_AMOUNT } from '../../ledger/money.ts';
import type { Posting } from '../../ledger/posting.ts';
import { invalid, refuse } from '../errors.ts';
import { indebted } from '../limits.ts';
import { type Decision, decided, type Operation } from '../operation.ts';
import type { NewSlip } from './rows.ts';
import { proceeds, slipNumber } from './slip.ts';

export const MAX_QUANTITY = 1_000_000n;

export interface SlipCreateLine {
  readonly itemId: string;
  readonly description: string;
  readonly quantity: bigint;
  /** Minor units of the slip's asset for one piece. */
  readonly unitPrice: bigint;
}

export interface SlipCreate {
  /** Made by us for this attempt, not asked for by the caller: no part of what the idempotency key stands for. */
  readonly made: {
    readonly slipId: string;
    readonly occurredAt: Date;
    /** Whether somebody who may has let it go beyond the customer's credit limit. */
    readonly beyondLimit?: boolean;
  };
  readonly customer: string;
  readonly store: string;
  readonly asset: string;
  readonly lines: readonly SlipCreateLine[];
  /** Minor units, as is the discount. */
  readonly tax: bigint;
  readonly discount: bigint;
}

/**
 * receivable -> sales:store, tax:store. Opens the account of an unknown customer.
 * Refuses with ASSET_NOT_FOUND, VALIDATION_ERROR, ACCOUNT_FROZEN, CREDIT_LIMIT_EXCEEDED and BALANCE_LIMIT.
 */
export const slipCreate: Operation<'slipCreate', SlipCreate> = {
  name: 'slipCreate',
  needs: ({ customer, asset, store }) => ({
    accounts: [receivable(customer, asset), house(asset, 'sales', store), house(asset, 'tax', store)],
  }),
  decide(input, view) {
    const debt = receivable(input.customer, input.asset);
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    const flaw = lineFlaw(input.lines);
    if (flaw) return flaw;
    const slip = newSlip(input);
    const limit = input.made.beyondLimit ? null : view.creditLimit(input.customer, input.asset);
    const problem = sumFlaw(slip) ?? indebted(view, debt, slip.total, limit);
    if (problem) return problem;

    return decided({
      customer: input.customer,
      postings: sale(slip),
      // Against a limit, what is owed already counts to the unit.
      ...(limit === null ? {} : { exact: [debt] }),
      product: { newSlips: [slip] },
      data: {
        slip_id: slip.id,
        slip_number: slip.number,
        store_id: slip.store,
        items: slip.lines.length,
        grand_total: slip.total.toString(),
      },
    });
  },
};

function newSlip(input: SlipCreate): NewSlip {
  const { made, tax, discount } = input;
  const lines = input.lines.map((line) => ({ ...line, total: line.quantity * line.unitPrice, paid: 0n }));
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0n);
  return {
    id: made.slipId,
    number: slipNumber(made.slipId, made.occurredAt),
    customer: input.customer,
    store: input.store,
    asset: input.asset,
    occurredAt: made.occurredAt,
    status: 'OPEN',
    lines,
    tax,
    discount,
    charges: { total: tax - discount, paid: 0n },
    total: subtotal + tax - discount,
    paid: 0n,
    version: 1,
  };
}

function sale(slip: NewSlip): Posting[] {
  const { sales, tax } = proceeds(slip);
  const type = 'SALE_ON_CREDIT';
  const postings: Posting[] = [
    { account: receivable(slip.customer, slip.asset), direction: 'DEBIT', amount: slip.total, type },
    { account: house(slip.asset, 'sales', slip.store), direction: 'CREDIT', amount: sales, type },
    { account: house(slip.asset, 'tax', slip.store), direction: 'CREDIT', amount: tax, type },
  ];
  return postings.filter((posting) => posting.amount > 0n);
}

function lineFlaw(lines: SlipCreate['lines']): Decision | null {
  if (lines.length === 0) return invalid('lines', 'a slip has at least one line');
  for (const [place, line] of lines.entries()) {
    const field = `lines[${place}]`;
    if (line.quantity < 1n || line.quantity > MAX_QUANTITY) {
      return invalid(`${field}.quantity`, `must be from 1 to ${MAX_QUANTITY}`);
    }
    if (line.unitPrice < 0n) return invalid(`${field}.unit_price_cents`, 'must not be below zero');
    if (line.quantity * line.unitPrice > MAX_AMOUNT) return invalid(field, `comes to more than ${MAX_AMOUNT}`);
  }
  return null;
}

function sumFlaw(slip: NewSlip): Decision | null {
  const subtotal = slip.total - slip.charges.total;
  if (slip.tax < 0n || slip.tax > MAX_AMOUNT) return invalid('tax_cents', `must be from 0 to ${MAX_AMOUNT}`);
  if (slip.discount < 0n) return invalid('discount_cents', 'must not be below zero');
  if (slip.discount > subtotal + slip.tax) return invalid('discount_cents', 'is more than the goods and the tax');
  if (subtotal > MAX_AMOUNT) return invalid('lines', `come to more than ${MAX_AMOUNT}`);
  if (slip.total > MAX_AMOUNT) return invalid('grand_total_cents', `is more than ${MAX_AMOUNT}`);
  // A slip of nothing would be born paid, and its sale a transaction without entries.
  if (slip.total === 0n) return invalid('grand_total_cents', 'must be above zero');
  return null;
}
