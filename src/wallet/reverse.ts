/** The one way to correct a mistake: a transaction that mirrors another, once. */
import { type AccountRef, accountKey, receivable, wallet } from '../ledger/account.ts';
import { move, opposite, type Posting } from '../ledger/posting.ts';
import { refuse } from './errors.ts';
import { credited } from './limits.ts';
import {
  type Decision,
  decided,
  type Facts,
  type JsonObject,
  type Needs,
  type Operation,
  type RecordedTransaction,
  type View,
} from './operation.ts';
import { pointAccounts } from './points.ts';
import { type Reopening, reopenSlips, reversalSlips } from './slip/reopen.ts';
import { allocationData } from './slip/rows.ts';

export interface TransactionReverse {
  readonly transactionId: string;
  readonly reason: string;
  /** What else to keep with it, such as the id by which another service knows the transaction. */
  readonly data?: JsonObject;
}

/**
 * Takes a transaction back. What a wallet can no longer give back is booked as owed by its customer, so
 * that a reversal never fails for lack of funds and nothing is hidden; points go back as far as there are. Slips that it paid open again.
 * Refuses with TRANSACTION_NOT_FOUND, NOT_REVERSIBLE, ALREADY_REVERSED and BALANCE_LIMIT.
 */
export const transactionReverse: Operation<'transactionReverse', TransactionReverse> = {
  name: 'transactionReverse',
  needs: (input): Needs => ({ accounts: [], transactions: [input.transactionId] }),
  decide(input, view) {
    const original = view.transaction(input.transactionId);
    if (!original) return refuse('TRANSACTION_NOT_FOUND', { transaction_id: input.transactionId });
    const fixed = irreversible(original, view);
    if (fixed) return fixed;
    if (original.reversed) return refuse('ALREADY_REVERSED', { transaction_id: input.transactionId });

    const reopening = reopenSlips(original, view);
    const { postings, exact } = mirror(reopening.postings, view);
    for (const posting of postings) {
      if (posting.direction !== 'CREDIT') continue;
      const limit = credited(view, posting.account, posting.amount);
      if (limit) return limit;
    }
    return decided({
      customer: original.customer,
      postings,
      exact,
      reverses: original.id,
      ...reopened(reopening, { ...input.data, reason: input.reason }),
    });
  },
};

/** The accounts a reversal of these postings may touch: those of the original, and what its customers hold and owe. */
export const reversalAccounts = (postings: readonly Posting[]): AccountRef[] =>
  postings.flatMap(({ account: { owner, asset, kind }, account }) =>
    kind === 'wallet' || kind === 'receivable' ? [wallet(owner, asset), receivable(owner, asset)] : [account],
  );

function irreversible(original: RecordedTransaction, view: View): Decision | null {
  const details = { transaction_id: original.id };
  if (original.reverses !== null || original.postings.length === 0) return refuse('NOT_REVERSIBLE', details);
  // The mirror of a sale would leave its slip open for goods that nobody sold.
  if (original.operation === 'slipCreate') return refuse('NOT_REVERSIBLE', { ...details, instead: 'slipVoid' });
  // Voiding the slip gave the wallet its money back already: there is nothing left to take back.
  const back = original.operation === 'slipApplyWallet' && reversalSlips(original).some((id) => isVoid(view, id));
  return back ? refuse('NOT_REVERSIBLE', details) : null;
}

const isVoid = (view: View, id: string): boolean => view.slip(id)?.status === 'VOID';

/** The consequences for credit slips, named in the data only where there are any. */
function reopened({ slipUpdates, allocations }: Reopening, data: JsonObject): Pick<Facts, 'product' | 'data'> {
  if (allocations.length === 0) return { data };
  return { product: { slipUpdates, allocations }, data: { ...data, reopened: allocationData(allocations) } };
}

function mirror(original: readonly Posting[], view: View): { postings: Posting[]; exact: AccountRef[] } {
  const postings: Posting[] = [];
  const exact: AccountRef[] = [];
  const taken = new Map<string, bigint>();
  for (const { account, direction, amount, type } of original) {
    if (type === 'POINTS') continue;
    const back = opposite(direction);
    const post = (to: AccountRef, part: bigint) => {
      if (part > 0n) postings.push({ account: to, direction: back, amount: part, type: 'REVERSAL' });
    };
    if (account.kind !== 'wallet' || back === 'CREDIT') {
      post(account, amount);
      continue;
    }
    const key = accountKey(account);
    const available = view.account(account).balance - (taken.get(key) ?? 0n);
    const part = available < amount ? available : amount;
    taken.set(key, (taken.get(key) ?? 0n) + part);
    post(account, part);
    post(receivable(account.owner, account.asset), amount - part);
    if (part < amount) exact.push(account);
  }
  const awarded = original.find(({ type, direction }) => type === 'POINTS' && direction === 'CREDIT');
  if (!awarded) return { postings, exact };
  const { account, amount } = awarded;
  const available = view.account(account).balance - (taken.get(accountKey(account)) ?? 0n);
  // Points that were spent since are nobody's debt: they stay with the house that gave them away.
  const part = available < amount ? available : amount;
  if (part < amount) exact.push(account);
  if (part > 0n) postings.push(...move(account, pointAccounts(account.owner)[0], part, 'REVERSAL'));
  return { postings, exact };
}
