import { type AccountRef, house, receivable, wallet } from '../../ledger/account.ts';
import type { Posting } from '../../ledger/posting.ts';
import { refuse } from '../errors.ts';
import { credited } from '../limits.ts';
import { decided, type Operation } from '../operation.ts';
import { withVoid } from './allocate.ts';
import { allocationTo, updateOf } from './rows.ts';
import { isOpen, proceeds, remaining, type SlipState } from './slip.ts';

export interface SlipVoid {
  readonly slipId: string;
  readonly reason: string;
}

/**
 * Takes a sale back: sales:store, tax:store -> receivable for what is owed, -> wallet for what was paid. It reverses the
 * sale's transaction, so that it can happen only once. For goods that come back wholly paid, the payment is reversed first.
 * Refuses with CREDIT_SLIP_NOT_FOUND, INVALID_SLIP_STATUS (closed or void) and BALANCE_LIMIT.
 */
export const slipVoid: Operation<'slipVoid', SlipVoid> = {
  name: 'slipVoid',
  needs: (input) => ({ accounts: [], slips: [input.slipId] }),
  decide(input, view) {
    const slip = view.slip(input.slipId);
    if (!slip) return refuse('CREDIT_SLIP_NOT_FOUND', { slip_id: input.slipId });
    if (!isOpen(slip)) return refuse('INVALID_SLIP_STATUS', { slip_id: slip.id, status: slip.status });
    const limit = credited(view, wallet(slip.customer, slip.asset), slip.paid);
    if (limit) return limit;

    const after = withVoid(slip);
    return decided({
      customer: slip.customer,
      postings: takeBack(slip),
      reverses: slip.transaction,
      product: {
        slipUpdates: [updateOf(slip, after)],
        ...(slip.paid > 0n ? { allocations: [allocationTo(after, -slip.paid, null)] } : {}),
      },
      data: {
        slip_id: slip.id,
        slip_number: slip.number,
        store_id: slip.store,
        reason: input.reason,
        to_wallet: slip.paid.toString(),
      },
    });
  },
};

/** The accounts that an operation on this slip may touch: the engine loads them with a slip that an operation needs. */
export const slipAccounts = ({ customer, asset, store }: SlipState): AccountRef[] => [
  receivable(customer, asset),
  wallet(customer, asset),
  house(asset, 'sales', store),
  house(asset, 'tax', store),
];

function takeBack(slip: SlipState): Posting[] {
  const { sales, tax } = proceeds(slip);
  const type = 'SALE_VOIDED';
  const postings: Posting[] = [
    { account: house(slip.asset, 'sales', slip.store), direction: 'DEBIT', amount: sales, type },
    { account: house(slip.asset, 'tax', slip.store), direction: 'DEBIT', amount: tax, type },
    { account: receivable(slip.customer, slip.asset), direction: 'CREDIT', amount: remaining(slip), type },
    { account: wallet(slip.customer, slip.asset), direction: 'CREDIT', amount: slip.paid, type },
  ];
  return postings.filter((posting) => posting.amount > 0n);
}
