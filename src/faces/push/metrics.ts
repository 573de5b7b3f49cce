import { Counter, Registry } from 'prom-client';

/** What became of a message. `delivered` and `retried` are those of attempts, the others end it. */
export const OUTCOMES = ['delivered', 'retried', 'gone', 'unsubscribed', 'late', 'refused', 'forbidden'] as const;
export type PushOutcome = (typeof OUTCOMES)[number];

export class PushMetrics {
  readonly registry = new Registry();
  readonly messages = new Counter({
    name: 'pochi_push_messages_total',
    help: 'Push messages, by what became of them: delivered (the push service has it), retried, gone (the browser let go of its subscription), unsubscribed, late, refused (by the push service), forbidden (an address that is not to be called)',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
}
