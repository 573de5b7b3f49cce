import { Counter, Gauge, Registry } from 'prom-client';

/** What a runner tells of its jobs at /metrics. */
export class JobMetrics {
  readonly registry = new Registry();
  readonly done: Counter;
  readonly failed: Counter;
  readonly dropped: Counter;

  /** `read` gives how many jobs of each task wait; what it was is kept while the database is away. */
  constructor(runner: string, read: () => Promise<ReadonlyMap<string, number>>) {
    const counter = (name: string, help: string) =>
      new Counter({
        name: `pochi_${runner}_jobs_${name}_total`,
        help,
        labelNames: ['task'],
        registers: [this.registry],
      });
    this.done = counter('done', 'Jobs that were done');
    this.failed = counter('failed', 'Times that a job failed; it is tried again unless it was the last time');
    this.dropped = counter('dropped', 'Jobs that failed for the last time');
    new Gauge({
      name: `pochi_${runner}_jobs_waiting`,
      help: 'Jobs that are due, are to be done later or are in hand',
      labelNames: ['task'],
      registers: [this.registry],
      async collect() {
        const waiting = await read().catch(() => new Map<string, number>());
        for (const [task, count] of waiting) this.set({ task }, count);
      },
    });
  }
}
