/** The checks that movements make on a customer's account; each gives the refusal, or null where all is well. */
import { type AccountRef, bounds } from '../ledger/account.ts';
import { refuse } from './errors.ts';
import type { Decision, View } from './operation.ts';

/** ACCOUNT_FROZEN where the customer's accounts take no debits. */
export const frozen = (view: View, customer: string): Decision | null =>
  view.frozen(customer) ? refuse('ACCOUNT_FROZEN', { customer }) : null;

/** WALLET_NOT_FOUND for a customer never seen, ACCOUNT_FROZEN, INSUFFICIENT_FUNDS where the balance is below `amount`. */
export function debited(view: View, account: AccountRef, amount: bigint): Decision | null {
  if (!view.knows(account.owner)) return refuse('WALLET_NOT_FOUND', { customer: account.owner });
  const stop = frozen(view, account.owner);
  if (stop) return stop;
  const { balance } = view.account(account);
  if (balance >= amount) return null;
  return refuse('INSUFFICIENT_FUNDS', {
    asset: account.asset,
    available: balance.toString(),
    required: amount.toString(),
  });
}

/** BALANCE_LIMIT where `amount` more would leave the range of the account. */
export function credited(view: View, account: AccountRef, amount: bigint): Decision | null {
  const { ceiling } = bounds(account.kind);
  if (view.account(account).balance + amount <= ceiling) return null;
  return refuse('BALANCE_LIMIT', { asset: account.asset, limit: ceiling.toString() });
}

/**
 * ACCOUNT_FROZEN, CREDIT_LIMIT_EXCEEDED where the customer would owe more than `limit`, or BALANCE_LIMIT where `amount`
 * more owed would leave the range of the receivable account.
 */
export function indebted(view: View, account: AccountRef, amount: bigint, limit: bigint | null): Decision | null {
  const stop = frozen(view, account.owner);
  if (stop) return stop;
  const owed = -view.account(account).balance;
  if (limit !== null && owed + amount > limit) {
    return refuse('CREDIT_LIMIT_EXCEEDED', {
      asset: account.asset,
      limit: limit.toString(),
      owed: owed.toString(),
      required: amount.toString(),
    });
  }
  const { floor } = bounds(account.kind);
  if (view.account(account).balance - amount >= floor) return null;
  return refuse('BALANCE_LIMIT', { asset: account.asset, limit: floor.toString() });
}
