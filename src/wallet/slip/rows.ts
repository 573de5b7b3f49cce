/** What an operation records beside its entries: slips, and how money was shared out among them. */

import type { CreditLimit } from '../credit-limit.ts';
import type { PaymentRecord } from '../payment-record.ts';
import { changedParts, withPaid } from './allocate.ts';
import { remaining, type SlipState, type SlipStatus } from './slip.ts';

export const PAYMENT_METHODS = ['CASH', 'CARD', 'MOBILE', 'BANK_TRANSFER'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** A slip that begins. Which transaction booked its sale, only the engine knows. */
export type NewSlip = Omit<SlipState, 'transaction'>;

export interface SlipUpdate {
  /** The version that was decided on: if the slip has another at commit, the operation decides again. */
  readonly expectedVersion: number;
  /** The slip as it is now, its version included. */
  readonly slip: SlipState;
  /** Places, from 0, of the lines whose paid part is another now. */
  readonly changedLines: readonly number[];
}

/** One way in which a payment was made. */
export interface Tender {
  readonly method: PaymentMethod;
  /** Minor units of the payment's asset. */
  readonly amount: bigint;
  /** The terminal's or operator's own number for it. */
  readonly reference: string | null;
}

export interface PaymentRow {
  readonly id: string;
  readonly customer: string;
  readonly asset: string;
  readonly store: string;
  /** The sum of its tenders, and of its allocations. */
  readonly amount: bigint;
  readonly tenders: readonly Tender[];
}

/**
 * Where money went. The allocations of a payment add up to its amount; those of a slip, over all operations, to what
 * is paid on it.
 */
export interface Allocation {
  /** Null for money out of the wallet, and for money that a reversal or a void takes off a slip. */
  readonly payment: string | null;
  /** The slip as this allocation leaves it; null is the wallet. */
  readonly slip: { readonly id: string; readonly status: SlipStatus; readonly remaining: bigint } | null;
  /** Minor units; below zero where it is taken back. */
  readonly amount: bigint;
}

export interface ProductFacts {
  readonly newSlips?: readonly NewSlip[];
  /** At most one a slip. */
  readonly slipUpdates?: readonly SlipUpdate[];
  readonly payments?: readonly PaymentRow[];
  readonly allocations?: readonly Allocation[];
  readonly paymentRecord?: PaymentRecord;
  readonly creditLimit?: CreditLimit;
  readonly customerStatus?: { readonly customer: string; readonly status: 'ACTIVE' | 'FROZEN' };
}

export const updateOf = (before: SlipState, after: SlipState): SlipUpdate => ({
  expectedVersion: before.version,
  slip: after,
  changedLines: changedParts(before.lines, after.lines),
});

/** The rows of `amount` more paid on a slip, or less where it is below zero. */
export function paySlip(
  slip: SlipState,
  amount: bigint,
  payment: string | null,
): { readonly update: SlipUpdate; readonly allocation: Allocation } {
  const after = withPaid(slip, slip.paid + amount);
  return { update: updateOf(slip, after), allocation: allocationTo(after, amount, payment) };
}

export const allocationTo = (after: SlipState, amount: bigint, payment: string | null): Allocation => ({
  payment,
  slip: { id: after.id, status: after.status, remaining: remaining(after) },
  amount,
});

/** Allocations as the operation's data carry them: the journal's hash covers where the money went. */
export const allocationData = (allocations: readonly Allocation[]) =>
  allocations.map(({ slip, amount }) =>
    slip
      ? {
          type: 'slip',
          slip_id: slip.id,
          amount: amount.toString(),
          status: slip.status,
          remaining: slip.remaining.toString(),
        }
      : { type: 'wallet', amount: amount.toString() },
  );
