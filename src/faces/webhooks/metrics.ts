import { Counter, Histogram, Registry } from 'prom-client';

/** What this face tells of itself at /metrics. */
export class WebhookMetrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  readonly deliveries = new Counter({
    name: 'pochi_webhooks_attempts_total',
    help: 'Attempts to deliver by what became of them: delivered, failed, dead (the last one failed) or held (paused)',
    labelNames: ['outcome'],
    registers: this.#registers,
  });
  readonly disabled = new Counter({
    name: 'pochi_webhooks_disabled_total',
    help: 'Webhooks that were disabled because they only failed',
    registers: this.#registers,
  });
  readonly duration = new Histogram({
    name: 'pochi_webhooks_attempt_seconds',
    help: 'Time that receivers took to answer',
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers: this.#registers,
  });
}
