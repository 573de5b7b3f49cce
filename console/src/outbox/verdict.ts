/** What an answer means for the intent that it answers. */
import { problemOf } from '../api/problems.ts';
import { retryAfter } from './backoff.ts';
import type { Carried, Problem } from './intent.ts';
import { parsed } from './json.ts';

export type Verdict =
  | ({ readonly kind: 'done' } & Carried)
  /** A rule forbids it: sending it again changes nothing. */
  | { readonly kind: 'rejected'; readonly problem: Problem }
  | { readonly kind: 'signIn' }
  /** Nobody answered, or somebody else than the service: whether it was carried out is not known. */
  | { readonly kind: 'unreachable' }
  /** The service asks for patience. */
  | { readonly kind: 'busy'; readonly wait: number | null }
  /** The service failed at this very request: others may do better. */
  | { readonly kind: 'failing' };

const BUSY = new Set([408, 429, 502, 503, 504]);

/** Judges an answer by its status. One that is not JSON comes from a portal or a proxy, not from the service. */
export function judge(response: Response, text: string): Verdict {
  const { status, headers } = response;
  if (BUSY.has(status)) return { kind: 'busy', wait: retryAfter(headers) };
  if (status === 401) return { kind: 'signIn' };
  if (status >= 500) return { kind: 'failing' };
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return { kind: 'unreachable' };
  if (response.ok) {
    const replayed = headers.get('idempotent-replayed') === 'true';
    return { kind: 'done', answer: body, replayed, transaction: headers.get('transaction-id') };
  }
  if (status < 400) return { kind: 'unreachable' };
  // Only its own fields: an Error as such is not for the disk.
  const { code, message, requestId, fields, details } = problemOf(status, body, headers);
  return { kind: 'rejected', problem: { status, code, message, requestId, fields, details } };
}
