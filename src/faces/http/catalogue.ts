/**
 * Every error that the HTTP faces give, in order of precedence: where several apply, the first one is given. What the
 * wallet refuses stands among them; a face that documents another status for a code says so itself.
 */
import type { RefusalCode } from '../../wallet/errors.ts';

interface CatalogueEntry {
  readonly status: number;
  readonly title: string;
}

export const CATALOGUE = {
  NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take this method' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  UNAUTHENTICATED: { status: 401, title: 'A valid bearer token is needed' },
  FORBIDDEN: { status: 403, title: 'This role may not do that' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body must be plain application/json' },
  VALIDATION_ERROR: { status: 400, title: 'The request is not valid' },
  DUPLICATE_IDEMPOTENCY_KEY: { status: 409, title: 'This key was used before for another request' },
  ASSET_NOT_FOUND: { status: 404, title: 'There is no such asset' },
  ASSET_EXISTS: { status: 409, title: 'There is another asset with this code' },
  TRANSACTION_NOT_FOUND: { status: 404, title: 'There is no such transaction' },
  SAME_WALLET: { status: 400, title: 'Money cannot move from a wallet to itself' },
  WALLET_NOT_FOUND: { status: 404, title: 'The customer has no wallet' },
  WALLET_EXISTS: { status: 409, title: 'The customer has a wallet already' },
  NOT_REVERSIBLE: { status: 422, title: 'This transaction cannot be reversed' },
  ALREADY_REVERSED: { status: 409, title: 'This transaction was reversed before' },
  INSUFFICIENT_FUNDS: { status: 422, title: 'The wallet holds less than the amount' },
  BALANCE_LIMIT: { status: 422, title: 'The balance would leave the range that an account can hold' },
  UNAVAILABLE: { status: 503, title: 'The service cannot answer now; the same request can be sent again' },
  INTERNAL: { status: 500, title: 'The service failed' },
} as const satisfies Record<string, CatalogueEntry> & Record<RefusalCode, CatalogueEntry>;

export type ProblemCode = keyof typeof CATALOGUE;
