/**
 * Every error that the HTTP faces give, in order of precedence: where several apply, the first one is given. What the
 * wallet refuses stands in the midst of them, in its own order; a face whose document names another status says so itself.
 */
import { REFUSALS, type RefusalCode } from '../../wallet/errors.ts';

export interface CatalogueEntry {
  readonly status: number;
  readonly title: string;
}

/** What is wrong before the wallet is asked. */
const BEFORE = {
  NOT_FOUND: { status: 404, title: 'there is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'this address does not take this method' },
  RATE_LIMITED: { status: 429, title: 'there were too many requests' },
  UNAUTHENTICATED: { status: 401, title: 'a valid bearer token is needed' },
  FORBIDDEN: { status: 403, title: 'this role may not do that' },
  APPROVAL_REQUIRED: { status: 403, title: 'somebody else has to approve this' },
  APPROVAL_INVALID: { status: 403, title: 'the approval is not for this request, or not any more' },
  APPROVER_REFUSED: { status: 403, title: 'the approver or the PIN is not right' },
  APPROVER_LOCKED: { status: 403, title: 'the PIN was wrong too often: its owner has to set another' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'the body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'the body must be plain application/json' },
  CARD_DATA_REFUSED: { status: 422, title: 'card numbers must not be sent here' },
  VALIDATION_ERROR: { status: 400, title: REFUSALS.VALIDATION_ERROR },
} as const satisfies Record<string, CatalogueEntry>;

const REFUSED: Readonly<Record<RefusalCode, number>> = {
  DUPLICATE_IDEMPOTENCY_KEY: 409,
  ASSET_NOT_FOUND: 404,
  VALIDATION_ERROR: 400,
  TRANSACTION_NOT_FOUND: 404,
  WALLET_NOT_FOUND: 404,
  CUSTOMER_ACCOUNT_NOT_FOUND: 404,
  CREDIT_SLIP_NOT_FOUND: 404,
  WALLET_EXISTS: 409,
  SAME_WALLET: 400,
  NOT_REVERSIBLE: 422,
  ALREADY_REVERSED: 409,
  INVALID_SLIP_STATUS: 400,
  ACCOUNT_FROZEN: 422,
  INSUFFICIENT_FUNDS: 422,
  INSUFFICIENT_WALLET_BALANCE: 400,
  CREDIT_LIMIT_EXCEEDED: 422,
  PAYMENT_ALLOCATION_ERROR: 400,
  BALANCE_LIMIT: 422,
};

const AFTER = {
  CUSTOMER_EXISTS: { status: 409, title: 'there is a customer with this id already, or there was one' },
  APPROVER_NOT_FOUND: { status: 404, title: 'nobody with this name has a PIN' },
  RECEIPT_NOT_FOUND: { status: 404, title: 'there is no such receipt, or its link is over' },
  POINT_RULE_NOT_FOUND: { status: 404, title: 'there is no such rule' },
  PUSH_SUBSCRIPTION_NOT_FOUND: { status: 404, title: 'there is no such push subscription' },
  WEBHOOK_NOT_FOUND: { status: 404, title: 'there is no such webhook' },
  WEBHOOK_DELIVERY_NOT_FOUND: { status: 404, title: 'there is no such delivery' },
  WEBHOOK_LIMIT: { status: 409, title: 'there are as many webhooks as there may be' },
  ADDRESS_REFUSED: { status: 422, title: 'this address is not one that may be called' },
  PUSH_SUBSCRIPTION_LIMIT: { status: 409, title: 'there are as many push subscriptions as there may be' },
  ASSET_EXISTS: { status: 409, title: 'there is another asset with this code' },
  CHECKPOINT_NOT_FOUND: { status: 404, title: 'nothing is recorded yet that could be signed' },
  PROOF_UNAVAILABLE: { status: 503, title: 'the books are damaged: nothing can be proven until they are mended' },
  LEDGER_CLOSED: { status: 503, title: 'the books do not add up: nothing is recorded until they do' },
  UNAVAILABLE: { status: 503, title: 'the service cannot answer now: the same request can be sent again' },
  INTERNAL: { status: 500, title: 'the service failed' },
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof BEFORE | RefusalCode | keyof typeof AFTER;

const refusals = (Object.keys(REFUSALS) as RefusalCode[]).map((code): [RefusalCode, CatalogueEntry] => [
  code,
  { status: REFUSED[code], title: REFUSALS[code] },
]);

export const CATALOGUE = { ...BEFORE, ...Object.fromEntries(refusals), ...AFTER } as Readonly<
  Record<ProblemCode, CatalogueEntry>
>;
