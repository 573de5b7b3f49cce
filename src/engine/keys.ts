/** The hashes that stand for a key, a request and a caller in the books: 128 bits of SHA-256, written as a uuid. */
import { hash } from 'node:crypto';
import type { Caller, Submission } from './submission.ts';

function digest(...parts: readonly string[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Where a key is unique: in the whole ledger, or for one caller and operation. Without a key, the operation's id is it. */
export function keyHash(submission: Submission, id: string): string {
  const { key, caller, operation } = submission;
  if (!key) return digest('id', id);
  if (key.scope === 'ledger') return digest('ledger', key.value);
  return digest('caller', caller.subject, operation.name, key.value);
}

const textual = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** The same for the same request: the operation and all it was asked to do, less what we made for this attempt. */
export function fingerprint(submission: Submission): string {
  const { made: _, ...asked } = submission.input as { made?: unknown };
  const occurredAt = submission.occurredAt?.toISOString() ?? '';
  return digest(submission.operation.name, JSON.stringify(sorted(asked), textual), occurredAt);
}

/** A caller's particulars rarely change; what they hash to is remembered. */
export function callerId(caller: Caller): string {
  return digest(caller.subject, caller.role, caller.method, caller.endpoint, caller.address, caller.userAgent);
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
