/** The hash that stands for a request in the books. Those of keys and callers are the wallet's own. */
import { hash } from 'node:crypto';
import type { Submission } from './submission.ts';

/**
 * The same for the same request: the operation and all it was asked to do, less what we made for this attempt. 64 bits
 * are enough, as it only has to tell two requests under one key apart.
 */
export function fingerprint(submission: Submission): bigint {
  const { made: _, ...asked } = submission.input as { made?: unknown };
  const occurredAt = submission.occurredAt?.toISOString() ?? '';
  const request = JSON.stringify([submission.operation.name, plain(asked), occurredAt]);
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', request, 'hex').slice(0, 16)}`));
}

/** What JSON can write: fields in one order, whatever order the caller wrote them in, and amounts as text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  if (Array.isArray(value)) return value.map(plain);
  const from = value as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  for (const field of Object.keys(from).sort()) to[field] = plain(from[field]);
  return to;
}
