import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the engine tells of itself at /metrics. */
export class EngineMetrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];

  readonly waiting = new Gauge({
    name: 'pochi_engine_waiting_operations',
    help: 'Operations that wait for a batch or for its commit',
    registers: this.#registers,
  });
  readonly most = new Gauge({
    name: 'pochi_engine_waiting_operations_most',
    help: 'How many operations may wait; further ones are answered 503',
    registers: this.#registers,
  });
  readonly batch = new Histogram({
    name: 'pochi_engine_batch_operations',
    help: 'Operations recorded by one commit',
    buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
    registers: this.#registers,
  });
  readonly commit = new Histogram({
    name: 'pochi_engine_commit_seconds',
    help: 'Time of one call of ledger_commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: this.#registers,
  });
  readonly outcomes = new Counter({
    name: 'pochi_engine_outcomes_total',
    help: 'Operations answered: recorded, replayed, refused, failed, or busy where the queue was full',
    labelNames: ['outcome'],
    registers: this.#registers,
  });
  readonly attempts = new Counter({
    name: 'pochi_engine_commit_attempts_total',
    help: 'Calls of ledger_commit by what became of them: committed, stale, conflict, unknown, refused',
    labelNames: ['result'],
    registers: this.#registers,
  });
}
