import type { IdempotencyKey } from './key.ts';
import { decided, type Operation } from './operation.ts';

/** The key of what another service's transaction comes to, done or failed: so only one of the two is ever recorded. */
export const completionKey = (transactionId: string): IdempotencyKey => ({
  scope: 'ledger',
  value: `transaction:${transactionId}`,
});

/** The key of the reversal, where such a transaction fails after it was done. */
export const failureKey = (transactionId: string): IdempotencyKey => ({
  scope: 'ledger',
  value: `transaction-failed:${transactionId}`,
});

export interface TransactionFail {
  /** The id by which the event-driven services know the transaction. */
  readonly transactionId: string;
  /** Whose transaction it was, where that is known. */
  readonly customer: string | null;
  readonly reason: string;
}

/**
 * Records that a transaction of another service has failed, and moves nothing. Submitted under its completionKey, so that
 * a completion that comes later changes nothing. Never refuses.
 */
export const transactionFail: Operation<'transactionFail', TransactionFail> = {
  name: 'transactionFail',
  needs: () => ({ accounts: [] }),
  decide: ({ transactionId, customer, reason }) =>
    decided({ customer, postings: [], data: { transaction_id: transactionId, reason } }),
};
