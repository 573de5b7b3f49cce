import { digest } from '../ledger/digest.ts';

/**
 * The caller's key. `ledger` keys are unique in the whole ledger for ever (a ledger-face `reference_id`);
 * `caller` keys are unique to this subject and this operation (an `Idempotency-Key` header).
 */
export interface IdempotencyKey {
  readonly scope: 'ledger' | 'caller';
  readonly value: string;
}

/** Where a key is unique: in the whole ledger, or for one caller and operation. Without a key, the operation's id is it. */
export function keyHash(
  key: IdempotencyKey | null,
  of: { readonly id: string; readonly operation: string; readonly subject: string },
): string {
  if (!key) return digest('id', of.id);
  if (key.scope === 'ledger') return digest('ledger', key.value);
  return digest('caller', of.subject, of.operation, key.value);
}
