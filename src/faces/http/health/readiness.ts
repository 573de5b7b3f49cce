/** Whether this instance can do its work, and wants to. */
import { Gauge, Registry } from 'prom-client';
import type { Services } from '../app.ts';

/** stopping: it finishes what it has, and wants no more; unavailable: its database is away. */
export type Standing = 'ready' | 'stopping' | 'unavailable';

const PATIENCE_MS = 2000;

export class Readiness {
  readonly registry = new Registry();
  readonly #database: Services['database'];
  readonly #isStopping: () => boolean;

  constructor({ database, isStopping = () => false }: Pick<Services, 'database' | 'isStopping'>) {
    this.#database = database;
    this.#isStopping = isStopping;
    const standing = () => this.standing();
    new Gauge({
      name: 'pochi_ready',
      help: 'Whether this instance is ready for requests: 1 or 0, as at /api/v1/health/ready',
      registers: [this.registry],
      async collect() {
        this.set((await standing()) === 'ready' ? 1 : 0);
      },
    });
  }

  async standing(): Promise<Standing> {
    const standing = (await this.databaseAnswers()) ? 'ready' : 'unavailable';
    // Looked at last: who stops meanwhile is not ready any more.
    return this.#isStopping() ? 'stopping' : standing;
  }

  /** Whether it does so in time. */
  async databaseAnswers(): Promise<boolean> {
    const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(resolve, PATIENCE_MS, false);
    const answer = this.#database.query('select 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
