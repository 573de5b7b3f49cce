/**
 * The wallet's catalogue of refusals, in order of precedence: where several apply, the first one is given.
 * A face turns a refusal into a status and a message; the code stays the same in every language.
 */
import type { Decision } from './operation.ts';

export const REFUSALS = {
  DUPLICATE_IDEMPOTENCY_KEY: 'this key was used before for another request',
  ASSET_NOT_FOUND: 'there is no such asset',
  VALIDATION_ERROR: 'a field of the request is wrong',
  TRANSACTION_NOT_FOUND: 'there is no such transaction',
  SAME_WALLET: 'money cannot move from a wallet to itself',
  WALLET_NOT_FOUND: 'the customer has no wallet',
  CUSTOMER_ACCOUNT_NOT_FOUND: 'the customer has no account',
  CREDIT_SLIP_NOT_FOUND: 'the customer has no such credit slip',
  WALLET_EXISTS: 'the customer has a wallet already',
  NOT_REVERSIBLE: 'a reversal, a sale on credit and an operation that moved no money cannot be reversed',
  ALREADY_REVERSED: 'this transaction was reversed before',
  INVALID_SLIP_STATUS: 'the credit slip is closed or void',
  ACCOUNT_FROZEN: 'the account is frozen and takes no debits',
  INSUFFICIENT_FUNDS: 'the wallet holds less than the amount',
  INSUFFICIENT_WALLET_BALANCE: 'the wallet holds nothing to pay with',
  CREDIT_LIMIT_EXCEEDED: 'the customer would owe more than their credit limit',
  PAYMENT_ALLOCATION_ERROR: 'the allocations are not the amount of the payment, or more than a slip needs',
  BALANCE_LIMIT: 'the balance would leave the range that an account can hold',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly code: RefusalCode;
  /** What was wrong, for the caller to act on; texts and amounts in minor units as text. */
  readonly details: Readonly<Record<string, string>>;
}

export const refuse = (code: RefusalCode, details: Refusal['details'] = {}): Decision => ({
  refusal: { code, details },
});

/** VALIDATION_ERROR: which field of the request, as its document names it, and what is wrong with it. */
export const invalid = (field: string, problem: string): Decision => refuse('VALIDATION_ERROR', { field, problem });
