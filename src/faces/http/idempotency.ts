/** The two ways in which a caller names a request: the Idempotency-Key header, and the ledger face's `reference_id`. */
import type { IncomingHttpHeaders } from 'node:http';
import Type from 'typebox';
import type { IdempotencyKey } from '../../engine/submission.ts';
import { refuseCardHeader } from './card-scan.ts';
import { REFERENCE_ID } from './fields.ts';
import { invalid } from './problem.ts';

export const idempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      pattern: '^[\\x20-\\x7e]{1,255}$',
      description: 'The same key and request get the first answer again; another request under the same key is refused',
    }),
  ),
});

/** Those of an operation that may need somebody else's approval. */
export const approvableHeaders = Type.Object({
  ...idempotencyHeaders.properties,
  approval: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{43}$',
      description: 'The token of an approval for this very request; an idempotency key has to stand beside it',
    }),
  ),
});

/** The key of a request whose reference is unique in the ledger. Throws VALIDATION_ERROR and CARD_DATA_REFUSED. */
export function ledgerKey(headers: IncomingHttpHeaders, reference: string | undefined): IdempotencyKey {
  const header = headers['idempotency-key'] as string | undefined;
  const value = reference ?? header;
  if (value === undefined) throw invalid('reference_id', 'is missing');
  if (header !== undefined && header !== value) throw invalid('Idempotency-Key', 'must be equal to reference_id');
  refuseCardHeader('Idempotency-Key', value);
  if (reference === undefined && !REFERENCE_ID.test(value)) {
    throw invalid('Idempotency-Key', 'must be 1 to 100 printable ASCII characters without spaces');
  }
  return { scope: 'ledger', value };
}

/** The caller's own key for this operation, if they gave one. Throws CARD_DATA_REFUSED. */
export function callerKey(headers: IncomingHttpHeaders): IdempotencyKey | null {
  const value = headers['idempotency-key'] as string | undefined;
  if (value === undefined) return null;
  refuseCardHeader('Idempotency-Key', value);
  return { scope: 'caller', value };
}
