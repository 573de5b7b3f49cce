/** The checks that every operation on a customer's slips makes before it moves money onto them. */
import { invalid, refuse } from '../errors.ts';
import type { Decision, View } from '../operation.ts';
import { isOpen, type SlipState } from './slip.ts';

/** A slip that the caller named, and the field that names it. */
export interface NamedSlip {
  readonly id: string;
  readonly field: string;
}

/**
 * The named slips, in their order, or the first refusal that applies to any: VALIDATION_ERROR for a slip in another
 * currency, CUSTOMER_ACCOUNT_NOT_FOUND, CREDIT_SLIP_NOT_FOUND, INVALID_SLIP_STATUS.
 * Another customer's slip is as if it were not there, so that nothing of it leaks.
 */
export function findOpenSlips(
  view: View,
  customer: string,
  asset: string,
  named: readonly NamedSlip[],
): { readonly slips: readonly SlipState[] } | { readonly problem: Decision } {
  const found = named.map(({ id, field }) => {
    const slip = view.slip(id);
    return { id, field, slip: slip?.customer === customer ? slip : null };
  });
  const foreign = found.find(({ slip }) => slip && slip.asset !== asset);
  if (foreign) {
    const problem = `${asset} cannot pay ${foreign.field}, a slip in ${foreign.slip?.asset}`;
    return { problem: invalid('currency', problem) };
  }
  if (!view.knows(customer)) return { problem: refuse('CUSTOMER_ACCOUNT_NOT_FOUND', { customer_id: customer }) };
  const missing = found.find(({ slip }) => !slip);
  if (missing) return { problem: refuse('CREDIT_SLIP_NOT_FOUND', { slip_id: missing.id }) };
  const slips = found.flatMap(({ slip }) => slip ?? []);
  const done = slips.find((slip) => !isOpen(slip));
  if (done) return { problem: refuse('INVALID_SLIP_STATUS', { slip_id: done.id, status: done.status }) };
  return { slips };
}
