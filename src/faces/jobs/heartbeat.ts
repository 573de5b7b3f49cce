import type { Log } from '../../log.ts';
import type { Database } from '../../queries/database.ts';
import { beat, forgetRunner, freeJobsOfTheDead, removeSpentJobs } from '../../queries/job-runners.ts';

/** Beats in the time after which a runner is taken for dead. */
const BEATS = 6;

/** Tells the others that this runner lives, and looks after the jobs of those that don't. */
export class Heartbeat {
  readonly #database: Database;
  readonly #log: Log;
  readonly #deadAfterS: number;
  #runner: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #next = Promise.withResolvers<void>();

  constructor(database: Database, log: Log, deadAfterS: number) {
    this.#database = database;
    this.#log = log;
    this.#deadAfterS = deadAfterS;
  }

  start(runner: string): void {
    this.#runner = runner;
    void this.#beat(runner);
    removeSpentJobs(this.#database).catch((error: unknown) => this.#missed(error));
    this.#timer = setInterval(() => void this.#beat(runner), (this.#deadAfterS * 1000) / BEATS);
  }

  /** Resolves when the database has heard of this runner once more. */
  get next(): Promise<void> {
    return this.#next.promise;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#runner === null) return;
    await forgetRunner(this.#database, this.#runner).catch((error: unknown) => this.#missed(error));
  }

  async #beat(runner: string): Promise<void> {
    try {
      await beat(this.#database, runner);
      this.#next.resolve();
      this.#next = Promise.withResolvers();
      const dead = await freeJobsOfTheDead(this.#database, this.#deadAfterS);
      if (dead.length > 0) this.#log.warn({ runners: dead }, 'the jobs of an instance that died are done by others');
    } catch (error) {
      this.#missed(error);
    }
  }

  #missed(error: unknown): void {
    this.#log.debug({ err: error }, 'a runner of jobs could not tell that it lives');
  }
}
