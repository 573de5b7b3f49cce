import { Counter, Gauge, Registry } from 'prom-client';
import type { Backlog } from '../../queries/feed-cursors.ts';

/** What this face tells of itself at /metrics. */
export class AmqpMetrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  readonly connected = new Gauge({
    name: 'pochi_broker_connected',
    help: 'Whether there is a connection to the broker: 1 or 0, for consumer and publisher',
    labelNames: ['connection'],
    registers: this.#registers,
  });
  readonly consumed = new Counter({
    name: 'pochi_events_consumed_total',
    help: 'Messages done with, by what they did: recorded, repeated, refused, dead or returned',
    labelNames: ['routing_key', 'effect'],
    registers: this.#registers,
  });
  readonly inHand = new Gauge({
    name: 'pochi_events_in_hand',
    help: 'Messages taken from the queue and not done with',
    registers: this.#registers,
  });
  readonly published = new Counter({
    name: 'pochi_events_published_total',
    help: 'Events that the broker has confirmed',
    registers: this.#registers,
  });
  readonly unroutable = new Counter({
    name: 'pochi_events_unroutable_total',
    help: 'Events for which no queue was bound, by type; they stay in the books for a replay',
    labelNames: ['type'],
    registers: this.#registers,
  });
  readonly retries = new Counter({
    name: 'pochi_events_publish_retries_total',
    help: 'Batches of events that were not confirmed and are sent again',
    registers: this.#registers,
  });

  /** `read` gives the publisher's backlog; what it was is kept while the database is away. */
  constructor(read: () => Promise<Backlog>) {
    // Both are asked for at once, and are of the same reading.
    let reading: Promise<Backlog | null> | null = null;
    const current = () => {
      reading ??= read()
        .catch(() => null)
        .finally(() => {
          reading = null;
        });
      return reading;
    };
    new Gauge({
      name: 'pochi_events_backlog_operations',
      help: 'Operations whose events are not all published',
      registers: this.#registers,
      async collect() {
        const backlog = await current();
        if (backlog) this.set(backlog.operations);
      },
    });
    new Gauge({
      name: 'pochi_events_lag_seconds',
      help: 'Age of the oldest operation whose events are not all published',
      registers: this.#registers,
      async collect() {
        const backlog = await current();
        if (backlog) this.set(backlog.seconds);
      },
    });
  }
}
