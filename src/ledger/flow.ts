/** Where the money of a transaction went: its debits matched with its credits. */
import type { AccountRef } from './account.ts';
import type { Posting } from './posting.ts';

export interface Flow {
  readonly from: AccountRef;
  readonly to: AccountRef;
  /** Minor units of their asset. */
  readonly amount: bigint;
}

/**
 * Debits flow into credits in the order in which they stand, asset by asset. Where there are several of both, the matching is
 * one of those that are possible; its sums for each account are the transaction's own.
 */
export function flowsOf(postings: readonly Pick<Posting, 'account' | 'direction' | 'amount'>[]): Flow[] {
  const flows: Flow[] = [];
  for (const asset of new Set(postings.map(({ account }) => account.asset))) {
    const own = postings.filter(({ account }) => account.asset === asset);
    const left = own
      .filter(({ direction }) => direction === 'CREDIT')
      .map(({ account, amount }) => ({ account, amount }));
    for (const debit of own.filter(({ direction }) => direction === 'DEBIT')) {
      for (let due = debit.amount; due > 0n; ) {
        const credit = left[0];
        if (!credit) throw new Error(`the postings in ${asset} are not balanced`);
        const amount = due < credit.amount ? due : credit.amount;
        flows.push({ from: debit.account, to: credit.account, amount });
        due -= amount;
        credit.amount -= amount;
        if (credit.amount === 0n) left.shift();
      }
    }
  }
  return flows;
}
