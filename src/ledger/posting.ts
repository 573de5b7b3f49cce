/** Postings are the entries of one transaction before they are recorded: who, which way, how much. */
import { type AccountRef, accountKey } from './account.ts';

export type Direction = 'DEBIT' | 'CREDIT';

/** What an entry is to the one who reads the account's history. */
export const ENTRY_TYPES = [
  'DEPOSIT',
  'BONUS',
  'SPEND',
  'PAYMENT',
  'WITHDRAWAL',
  'TRANSFER_OUT',
  'TRANSFER_IN',
  'SALE_ON_CREDIT',
  'CHANGE_TO_BALANCE',
  'BALANCE_CONSUMPTION',
  'SALE_VOIDED',
  'REVERSAL',
  'POINTS',
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

export interface Posting {
  readonly account: AccountRef;
  readonly direction: Direction;
  /** Minor units of the account's asset, always positive. */
  readonly amount: bigint;
  readonly type: EntryType;
}

/** What a posting does to its account's balance: a credit adds, a debit takes. */
export const signed = (posting: Pick<Posting, 'direction' | 'amount'>): bigint =>
  posting.direction === 'CREDIT' ? posting.amount : -posting.amount;

export const opposite = (direction: Direction): Direction => (direction === 'CREDIT' ? 'DEBIT' : 'CREDIT');

/** A debit of one account and a credit of another, of the same amount: the shape of nearly every transaction. */
export function move(
  from: AccountRef,
  to: AccountRef,
  amount: bigint,
  type: EntryType | { readonly from: EntryType; readonly to: EntryType },
): [Posting, Posting] {
  const types = typeof type === 'string' ? { from: type, to: type } : type;
  return [
    { account: from, direction: 'DEBIT', amount, type: types.from },
    { account: to, direction: 'CREDIT', amount, type: types.to },
  ];
}

/**
 * Throws when the postings are not one sound transaction: at least two, every amount positive, one side
 * equal to the other in each asset. An operation that gets here unbalanced is a defect of ours, not bad input.
 */
export function assertBalanced(postings: readonly Posting[]): void {
  if (postings.length < 2) throw new Error('a transaction has at least two entries');
  const sums = new Map<string, bigint>();
  for (const posting of postings) {
    if (posting.amount <= 0n) throw new Error(`an entry of ${posting.amount} on ${accountKey(posting.account)}`);
    sums.set(posting.account.asset, (sums.get(posting.account.asset) ?? 0n) + signed(posting));
  }
  for (const [asset, sum] of sums) {
    if (sum !== 0n) throw new Error(`entries in ${asset} are off balance by ${sum}`);
  }
}
