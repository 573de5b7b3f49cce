import { house, receivable, wallet } from '../../ledger/account.ts';
import { MAX_AMOUNT } from '../../ledger/money.ts';
import type { Posting } from '../../ledger/posting.ts';
import { invalid, refuse } from '../errors.ts';
import { credited } from '../limits.ts';
import { type Decision, decided, type Operation, type View } from '../operation.ts';
import { award, type Earning } from '../points.ts';
import { shareOut } from './allocate.ts';
import { findOpenSlips } from './find.ts';
import { type Allocation, allocationData, paySlip, type Tender } from './rows.ts';
import { remaining, type SlipState } from './slip.ts';

export interface PaymentAllocation {
  /** Which slip; null is the wallet. */
  readonly slip: string | null;
  /** Minor units of the payment's asset. */
  readonly amount: bigint;
}

export interface PaymentProcess {
  /** Made by us for this attempt, not asked for by the caller: no part of what the idempotency key stands for. */
  readonly made: { readonly paymentId: string };
  readonly customer: string;
  readonly store: string;
  readonly asset: string;
  /** How it was paid: one, or several for a split tender. Their sum is the amount of the payment. */
  readonly tenders: readonly Tender[];
  /** Empty: the oldest open slip first, the rest to the wallet. */
  readonly allocations: readonly PaymentAllocation[];
}

const till = (input: PaymentProcess, tender: Tender) => house(input.asset, 'cash', input.store, tender.method);

const earning = ({ customer, asset }: PaymentProcess): Earning => ({ customer, asset, action: 'slip_payment' });

/**
 * cash:store:method -> receivable for what pays slips, which earns points by the rules, -> wallet for the rest.
 * Refuses with ASSET_NOT_FOUND, VALIDATION_ERROR (a field, or a slip in another currency), CUSTOMER_ACCOUNT_NOT_FOUND,
 * CREDIT_SLIP_NOT_FOUND, INVALID_SLIP_STATUS, PAYMENT_ALLOCATION_ERROR (allocations that are not the amount, or one
 * above what its slip needs) and BALANCE_LIMIT.
 */
export const paymentProcess: Operation<'paymentProcess', PaymentProcess> = {
  name: 'paymentProcess',
  needs: (input) => ({
    accounts: [
      ...input.tenders.map((tender) => till(input, tender)),
      receivable(input.customer, input.asset),
      wallet(input.customer, input.asset),
    ],
    slips: input.allocations.flatMap(({ slip }) => slip ?? []),
    earns: earning(input),
    openSlips: input.allocations.length === 0 ? [{ customer: input.customer, asset: input.asset }] : [],
  }),
  decide(input, view) {
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    const flaw = tenderFlaw(input.tenders) ?? allocationFlaw(input.allocations);
    if (flaw) return flaw;
    const amount = input.tenders.reduce((sum, tender) => sum + tender.amount, 0n);
    const plan = input.allocations.length > 0 ? askedPlan(input, amount, view) : oldestFirst(input, amount, view);
    if ('problem' in plan) return plan.problem;
    const limit = credited(view, wallet(input.customer, input.asset), plan.toWallet);
    if (limit) return limit;

    const { paymentId } = input.made;
    const paid = plan.shares.map((share) => paySlip(share.slip, share.amount, paymentId));
    const toWallet: Allocation[] =
      plan.toWallet > 0n ? [{ payment: paymentId, slip: null, amount: plan.toWallet }] : [];
    const allocations = [...paid.map((part) => part.allocation), ...toWallet];
    const { customer, asset, store, tenders } = input;
    return decided({
      customer,
      postings: [
        ...postings(input, amount - plan.toWallet, plan.toWallet),
        ...award(view, earning(input), amount - plan.toWallet),
      ],
      // A new slip debits the receivable account: whoever pays the oldest first has to know them all.
      ...(input.allocations.length === 0 ? { exact: [receivable(customer, asset)] } : {}),
      product: {
        payments: [{ id: paymentId, customer, asset, store, amount, tenders }],
        slipUpdates: paid.map((part) => part.update),
        allocations,
      },
      data: {
        payment_id: paymentId,
        store_id: store,
        tenders: tenders.map(({ method, amount, reference }) => ({ method, amount: amount.toString(), reference })),
        allocations: allocationData(allocations),
      },
    });
  },
};

interface Plan {
  readonly shares: readonly { readonly slip: SlipState; readonly amount: bigint }[];
  readonly toWallet: bigint;
}

/** What the caller asked for, to the unit. */
function askedPlan(input: PaymentProcess, amount: bigint, view: View): Plan | { readonly problem: Decision } {
  const asked = input.allocations.flatMap(({ slip: id, amount }, place) =>
    id === null ? [] : [{ id, amount, field: `allocations[${place}].slip_id` }],
  );
  const found = findOpenSlips(view, input.customer, input.asset, asked);
  if ('problem' in found) return found;
  const allocated = input.allocations.reduce((sum, part) => sum + part.amount, 0n);
  if (allocated !== amount) {
    const details = { amount: amount.toString(), allocated: allocated.toString() };
    return { problem: refuse('PAYMENT_ALLOCATION_ERROR', details) };
  }
  const shares = found.slips.map((slip, place) => ({ slip, amount: asked[place]?.amount ?? 0n }));
  const excess = shares.find((share) => share.amount > remaining(share.slip));
  if (excess) {
    const details = {
      slip_id: excess.slip.id,
      remaining: remaining(excess.slip).toString(),
      allocated: excess.amount.toString(),
    };
    return { problem: refuse('PAYMENT_ALLOCATION_ERROR', details) };
  }
  return { shares, toWallet: amount - shares.reduce((sum, share) => sum + share.amount, 0n) };
}

function oldestFirst(input: PaymentProcess, amount: bigint, view: View): Plan | { readonly problem: Decision } {
  if (!view.knows(input.customer)) {
    return { problem: refuse('CUSTOMER_ACCOUNT_NOT_FOUND', { customer_id: input.customer }) };
  }
  const { shares, rest } = shareOut(amount, view.openSlips(input.customer, input.asset));
  return { shares, toWallet: rest };
}

function postings(input: PaymentProcess, toSlips: bigint, toWallet: bigint): Posting[] {
  const { customer, asset } = input;
  const list: Posting[] = [
    ...input.tenders.map(
      (tender): Posting => ({
        account: till(input, tender),
        direction: 'DEBIT',
        amount: tender.amount,
        type: 'PAYMENT',
      }),
    ),
    { account: receivable(customer, asset), direction: 'CREDIT', amount: toSlips, type: 'PAYMENT' },
    { account: wallet(customer, asset), direction: 'CREDIT', amount: toWallet, type: 'DEPOSIT' },
  ];
  return list.filter((posting) => posting.amount > 0n);
}

function tenderFlaw(tenders: PaymentProcess['tenders']): Decision | null {
  if (tenders.length === 0) return invalid('tenders', 'a payment has at least one');
  const wrong = tenders.findIndex((tender) => tender.amount <= 0n);
  if (wrong >= 0) return invalid(`tenders[${wrong}].amount_cents`, 'must be above zero');
  const amount = tenders.reduce((sum, tender) => sum + tender.amount, 0n);
  return amount > MAX_AMOUNT ? invalid('amount_cents', `is more than ${MAX_AMOUNT}`) : null;
}

/**
 * A slip named twice, or the wallet, is a till's mistake far more often than its wish: refused it costs another try,
 * where adding the two up would cost money. It also leaves one result a slip to answer with.
 */
function allocationFlaw(allocations: PaymentProcess['allocations']): Decision | null {
  const seen = new Set<string | null>();
  for (const [place, { slip, amount }] of allocations.entries()) {
    if (amount <= 0n) return invalid(`allocations[${place}].applied_cents`, 'must be above zero');
    if (seen.has(slip)) {
      return slip === null
        ? invalid(`allocations[${place}].type`, 'names the wallet a second time')
        : invalid(`allocations[${place}].slip_id`, 'names a slip a second time');
    }
    seen.add(slip);
  }
  return null;
}
