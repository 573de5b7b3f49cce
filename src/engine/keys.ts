/** The hash that stands for a request in the books. Those of keys and callers are the wallet's own. */
import { hash } from 'node:crypto';
import type { Submission } from './submission.ts';

const textual = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/**
 * The same for the same request: the operation and all it was asked to do, less what we made for this attempt. 64 bits
 * are enough, as it only has to tell two requests under one key apart.
 */
export function fingerprint(submission: Submission): bigint {
  const { made: _, ...asked } = submission.input as { made?: unknown };
  const occurredAt = submission.occurredAt?.toISOString() ?? '';
  const request = JSON.stringify([submission.operation.name, sorted(asked), occurredAt], textual);
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', request, 'hex').slice(0, 16)}`));
}

/** Fields in one order, whatever order the caller wrote them in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || 'toJSON' in value) return value;
  const from = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(from)
      .sort()
      .map((key) => [key, sorted(from[key])]),
  );
}
