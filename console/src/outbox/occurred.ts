import type { Intent } from './intent.ts';

/** The operations whose requests say when it happened. */
const TIMED: ReadonlySet<string> = new Set(['slipCreate', 'paymentProcess', 'changeStore', 'slipApplyWallet']);

/**
 * The intent with the time at which it was queued, by the service's clock, so that a sale made offline is not dated when
 * the network came back. It must be said before the first attempt: the same key always carries the same body.
 */
export function stamped(intent: Intent, now: Date | null): Intent {
  const { operation, body } = intent;
  if (now === null || !TIMED.has(operation) || typeof body !== 'object' || body === null) return intent;
  return { ...intent, body: { occurred_at: now.toISOString(), ...body } };
}
