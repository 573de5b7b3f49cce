import type { Scope, UnsentIntent } from './intent.ts';
import type { Surroundings } from './surroundings.ts';
import { judge, type Verdict } from './verdict.ts';

/** After so long without an answer, asking again is better than waiting on. */
const PATIENCE_MS = 20_000;

export interface Sending {
  readonly scope: Scope;
  readonly intent: UnsentIntent;
  /** Gives up at once when this is aborted. */
  readonly ended: AbortSignal;
  /** Is given the Date of any answer. */
  readonly hear: (date: string | null) => void;
}

/** Sends an intent under its key and judges the answer; it never throws. */
export async function send(
  { fetch, bearer, language }: Surroundings,
  { scope, intent, ended, hear }: Sending,
): Promise<Verdict> {
  const holder = bearer();
  // Under another's token the key would be another key, and the deed another's.
  if (holder?.subject !== scope.subject || holder.ledger !== scope.ledger) return { kind: 'signIn' };
  try {
    const response = await fetch(intent.path, {
      method: intent.method,
      headers: {
        authorization: `Bearer ${holder.token}`,
        'content-type': 'application/json',
        'idempotency-key': intent.id,
        'accept-language': language(),
        ...(intent.approval !== undefined && { approval: intent.approval }),
      },
      body: intent.body,
      cache: 'no-store',
      credentials: 'omit',
      // The service never redirects a write; a portal that wants to be seen first does.
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ended]),
    });
    const text = await response.text();
    hear(response.headers.get('date'));
    return judge(response, text);
  } catch {
    return { kind: 'unreachable' };
  }
}
