/** What the answer of a push service means for a message and its subscription: RFC 8030, sections 5, 7.2 and 8.4. */
import type { OutboundError, OutboundReason } from '../outbound/failure.ts';
import type { OutboundAnswer } from '../outbound/outbound.ts';

export type Verdict =
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'gone' }
  // It would end the same way each time.
  | { readonly outcome: 'refused' | 'forbidden'; readonly why: string }
  | { readonly outcome: 'retried'; readonly why: string; readonly notBefore: Date | null };

export function verdictOf({ status, body, retryAfter }: OutboundAnswer): Verdict {
  if (status < 300) return { outcome: 'delivered' };
  if (status === 404 || status === 410) return { outcome: 'gone' };
  const why = `the push service answered ${status}: ${body.slice(0, 200)}`;
  if (status !== 429 && status < 500) return { outcome: 'refused', why };
  return { outcome: 'retried', why, notBefore: retryAfter };
}

/** An address that may not be called, by its text or by where its name leads; nothing was sent. */
const FORBIDDEN: ReadonlySet<OutboundReason> = new Set(['URL', 'SCHEME', 'USERINFO', 'PORT', 'HOST', 'ADDRESS']);

export function verdictOfFailure({ reason, message }: OutboundError): Verdict {
  if (FORBIDDEN.has(reason)) return { outcome: 'forbidden', why: message };
  if (reason === 'REDIRECT') return { outcome: 'refused', why: message };
  return { outcome: 'retried', why: message, notBefore: null };
}
