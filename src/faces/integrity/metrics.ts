import { Counter, Gauge, Registry } from 'prom-client';
import type { LedgerStanding } from '../../queries/integrity-runs.ts';

/** What verifications tell of themselves at /metrics: the same on every instance, since they share the results. */
export class IntegrityMetrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];
  readonly #violations = new Gauge({
    name: 'pochi_integrity_violations',
    help: 'Violations that the last verifications of all ledgers found, by check; none where a check is not listed',
    labelNames: ['check'],
    registers: this.#registers,
  });
  readonly #age = new Gauge({
    name: 'pochi_integrity_age_seconds',
    help: 'Age of the oldest result among all ledgers; infinite where one has none',
    registers: this.#registers,
  });
  readonly #runs = new Counter({
    name: 'pochi_integrity_runs_total',
    help: 'Verifications that this instance ran: sound, violated or failed',
    labelNames: ['result'],
    registers: this.#registers,
  });

  tell(standings: readonly LedgerStanding[]): void {
    this.#violations.reset();
    for (const { violations } of standings) {
      for (const [check, count] of Object.entries(violations)) this.#violations.inc({ check }, count);
    }
    this.#age.set(Math.max(0, ...standings.map(({ sound, age }) => (sound === null ? Number.POSITIVE_INFINITY : age))));
  }

  count(result: 'sound' | 'violated' | 'failed'): void {
    this.#runs.inc({ result });
  }
}
