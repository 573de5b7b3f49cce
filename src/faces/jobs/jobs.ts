/**
 * Work that nobody waits for, done after the commit by whichever instance is free: a job is done at least once. Jobs are rows
 * of the database (graphile-worker), so that they come to be in the transaction that makes them needed.
 */
import { EventEmitter } from 'node:events';
import { type JobHelpers, type Runner, run } from 'graphile-worker';
import { JOBS_SCHEMA, jobsLogger } from '../../database/jobs-schema.ts';
import { createPool, type Pool } from '../../database/pool.ts';
import { Backoff } from '../../engine/backoff.ts';
import { waitingJobs } from '../../queries/job-runners.ts';
import type { JsonObject } from '../../wallet/operation.ts';
import type { Rooms } from '../face.ts';
import { addJobs, type JobPayload } from './add.ts';
import { Heartbeat } from './heartbeat.ts';
import { JobMetrics } from './metrics.ts';
import { RetryLater } from './retry-later.ts';

export interface TaskContext {
  /** How often this job has failed before. */
  readonly failures: number;
  /** Aborted when the service stops and has waited long enough: throw, and the job is done later. */
  readonly signal: AbortSignal;
  /** The runner's connections. */
  readonly database: Pool;
}

export interface Task {
  /** Does one job; a throw is a failure. It may be called again for one that was done, after a crash. */
  run(data: JsonObject, context: TaskContext): Promise<void>;
  /** How often it is tried in all; then it is logged, counted and dropped. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as many before each one after it, up to the longest. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

export interface JobsOptions {
  /** Names the runner in metrics and among the connections: lower case. */
  readonly name: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Jobs at a time in this instance. */
  readonly concurrency: number;
  /** Flags of jobs that are left waiting for now. */
  skip?(): readonly string[];
  /** Milliseconds between two looks for jobs whose time has come; new ones that are due at once are heard of at once. */
  readonly pollMs?: number;
  /** Seconds after which the jobs of a runner that is not heard of are given to others. */
  readonly deadAfterS?: number;
}

export interface Jobs {
  /** Connections for background work, apart from those that customers wait for. */
  readonly database: Pool;
  /** Takes no more jobs, and lets those in hand finish for a while. */
  stop(): Promise<void>;
}

const DATABASE_CONNECTIONS = 4;
/** One listens, the others take jobs and are done with them. */
const QUEUE_CONNECTIONS = 3;
const ANSWER_WITHIN_MS = 10_000;
const POLL_MS = 2_000;
const DEAD_AFTER_S = 30;
/** Finished jobs are told of together, after so long. */
export const BATCH_MS = 10;
const ABORT_AFTER_MS = 5_000;
/** A runner that has not ended after so long is left behind, whoever wanted its end: its jobs are those of a dead one. */
const END_WITHIN_MS = 10_000;

/** Works on these tasks from now on, through outages of the database too. */
export async function startJobs(
  rooms: Pick<Rooms, 'log' | 'databaseUrl' | 'registries'>,
  options: JobsOptions,
): Promise<Jobs> {
  const { log, databaseUrl: url, registries } = rooms;
  const { name, tasks } = options;
  const database = createPool({
    url,
    max: DATABASE_CONNECTIONS,
    log,
    name: `pochi ${name}`,
    answerWithin: ANSWER_WITHIN_MS,
  });
  // The library counts on int8 as text, and listens on a connection that is never answered.
  const queue = createPool({ url, max: QUEUE_CONNECTIONS, log, name: `pochi ${name} jobs`, int8: 'text' });
  const metrics = new JobMetrics(name, () => waitingJobs(database, Object.keys(tasks)));
  registries.push(metrics.registry);
  const runner = new JobRunner({ ...options, database, queue, metrics, log });
  return {
    database,
    async stop() {
      await runner.stop();
      await Promise.all([database.end(), queue.end()]);
    },
  };
}

interface RunnerParts extends JobsOptions, Pick<Rooms, 'log'> {
  readonly database: Pool;
  readonly queue: Pool;
  readonly metrics: JobMetrics;
}

/**
 * Keeps a runner of the library going: it ends itself when it can't tell the database what it has done, and is ended by us
 * when an answer of the database that may have given it a job was lost.
 */
class JobRunner {
  readonly #parts: RunnerParts;
  readonly #ended: Promise<void>;
  readonly #stopping = Promise.withResolvers<void>();
  #stopped = false;
  #connectionLost = (): void => {};

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    parts.queue.on('connect', (client) => client.on('error', () => this.#connectionLost()));
    this.#ended = this.#keepRunning();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.resolve();
    const late = new Promise<void>((resolve) => setTimeout(resolve, END_WITHIN_MS).unref());
    await Promise.race([this.#ended, late]);
  }

  async #keepRunning(): Promise<void> {
    const { log, name } = this.#parts;
    const backoff = new Backoff(200, 5_000);
    while (!this.#stopped) {
      try {
        await this.#session();
        backoff.reset();
      } catch (error) {
        log.debug({ err: error, jobs: name }, 'the jobs wait for the database');
      }
      if (!this.#stopped) await Promise.race([backoff.wait(), this.#stopping.promise]);
    }
  }

  async #session(): Promise<void> {
    const { database, queue, log, concurrency, skip, pollMs = POLL_MS, deadAfterS = DEAD_AFTER_S } = this.#parts;
    const events = new EventEmitter();
    const heartbeat = new Heartbeat(database, log, deadAfterS);
    events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => heartbeat.start(workerPool.id));
    // A job that it was given without hearing of it would stay in its hands, since it lives: another one is begun in its
    // place, once the database is back, and what it had is that of a dead one.
    const doubtful = Promise.withResolvers<void>();
    this.#connectionLost = () => void heartbeat.next.then(doubtful.resolve);
    const stuck = Promise.withResolvers<never>();
    stuck.promise.catch(() => {});
    // Where several of its batches fail one after another, the library miscounts what is still to be told, and never ends.
    events.once('pool:gracefulShutdown', () => {
      setTimeout(() => stuck.reject(new Error('the runner does not end')), END_WITHIN_MS).unref();
    });
    try {
      const runner = await run({
        pgPool: queue,
        schema: JOBS_SCHEMA,
        logger: jobsLogger(log),
        events,
        concurrency,
        pollInterval: pollMs,
        noHandleSignals: true,
        taskList: this.#taskList(),
        parsedCronItems: [],
        forbiddenFlags: () => {
          const flags = skip?.() ?? [];
          return flags.length > 0 ? [...flags] : null;
        },
        preset: {
          worker: {
            completeJobBatchDelay: BATCH_MS,
            failJobBatchDelay: BATCH_MS,
            gracefulShutdownAbortTimeout: ABORT_AFTER_MS,
          },
        },
      });
      await Promise.race([this.#untilEnded(runner, doubtful.promise), stuck.promise]);
    } finally {
      await heartbeat.stop();
    }
  }

  async #untilEnded(runner: Runner, doubtful: Promise<void>): Promise<void> {
    await Promise.race([runner.promise, this.#stopping.promise, doubtful]);
    // One that is ending itself refuses to be stopped.
    await runner.stop().catch(() => {});
    await runner.promise;
  }

  #taskList() {
    return Object.fromEntries(
      Object.entries(this.#parts.tasks).map(([name, task]) => [
        name,
        (payload: unknown, helpers: JobHelpers) => this.#work(name, task, payload as JobPayload, helpers),
      ]),
    );
  }

  /** Does a job; one that failed is put back for later, as a new job that knows of it. */
  async #work(
    name: string,
    task: Task,
    { failures, data }: JobPayload,
    { abortSignal, job }: JobHelpers,
  ): Promise<void> {
    const { metrics, log, database } = this.#parts;
    const signal = abortSignal ?? new AbortController().signal;
    try {
      await task.run(data, { failures, signal, database });
      metrics.done.inc({ task: name });
    } catch (error) {
      // It was not the job's fault: the library gives it back.
      if (signal.aborted) throw error;
      metrics.failed.inc({ task: name });
      if (failures + 1 >= task.attempts) {
        metrics.dropped.inc({ task: name });
        log.error({ err: error, task: name, job: job.id }, 'a job failed for the last time');
        return;
      }
      log.debug({ err: error, task: name, job: job.id }, 'a job failed and is tried again');
      const [flag] = Object.keys(job.flags ?? {});
      const again = { task: name, payload: data, failures: failures + 1, runAt: retryTime(task, failures, error) };
      await addJobs(database, [{ ...again, ...(flag !== undefined && { flag }) }]);
    }
  }
}

/** When a job that failed is tried again: not before the time that its failure names, if it names one. */
function retryTime(task: Task, failures: number, error: unknown): Date {
  const time = Date.now() + retryDelay(task, failures);
  const notBefore = error instanceof RetryLater ? error.notBefore?.getTime() : undefined;
  return new Date(Math.max(time, notBefore ?? 0));
}

/** Milliseconds until a job that failed is tried again: twice as many each time, by chance up to a half less. */
function retryDelay({ firstRetryMs, longestRetryMs }: Task, failures: number): number {
  return Math.min(firstRetryMs * 2 ** failures, longestRetryMs) * (0.5 + Math.random() / 2);
}
