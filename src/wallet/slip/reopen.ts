/** What taking a payment back means for the slips it paid: they open again, the last part paid first. */
import { wallet } from '../../ledger/account.ts';
import type { Posting } from '../../ledger/posting.ts';
import type { RecordedTransaction, View } from '../operation.ts';
import { type Allocation, paySlip, type SlipUpdate } from './rows.ts';

export interface Reopening {
  /** The original's postings, as if each part had been paid to where it is now. */
  readonly postings: readonly Posting[];
  readonly slipUpdates: readonly SlipUpdate[];
  readonly allocations: readonly Allocation[];
}

/** The slips that a reversal of this transaction opens again: the engine loads them with it. */
export const reversalSlips = (original: RecordedTransaction): string[] =>
  (original.allocations ?? []).flatMap(({ slip }) => slip ?? []);

/**
 * Takes the money off the slips that the original paid. Of a slip that was voided since, it went back to the customer's
 * wallet: there the reversal finds it.
 */
export function reopenSlips(original: RecordedTransaction, view: View): Reopening {
  let postings = original.postings;
  const slipUpdates: SlipUpdate[] = [];
  const allocations: Allocation[] = [];
  for (const { slip: id, amount } of original.allocations ?? []) {
    if (id === null) continue;
    const slip = view.slip(id);
    if (!slip) throw new Error(`slip ${id}, paid by ${original.id}, is not there`);
    if (slip.status === 'VOID') {
      postings = movedToWallet(postings, amount);
      continue;
    }
    const { update, allocation } = paySlip(slip, -amount, null);
    slipUpdates.push(update);
    allocations.push(allocation);
  }
  return { postings, slipUpdates, allocations };
}

/** `amount` less credited to the receivable account, if only nothing, and as much to its customer's wallet. */
const movedToWallet = (postings: readonly Posting[], amount: bigint): Posting[] =>
  postings.flatMap((posting) => {
    const { account } = posting;
    if (account.kind !== 'receivable') return [posting];
    const moved: Posting = { ...posting, account: wallet(account.owner, account.asset), amount };
    return [{ ...posting, amount: posting.amount - amount }, moved];
  });
