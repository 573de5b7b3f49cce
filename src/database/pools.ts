/** The connections of one instance: those of the engine are its own, so that nobody who reads keeps money waiting. */
import type { Log } from '../log.ts';
import { createPool, type Pool } from './pool.ts';

export interface Pools {
  /** For the engine's commits, at the isolation level that was chosen. */
  readonly commits: Pool;
  /** For what the engine reads before it decides. */
  readonly looks: Pool;
  /** For everybody else. */
  readonly reads: Pool;
  close(): Promise<void>;
}

/** A database that has not answered by then is taken for lost: what became of the statement is unknown. */
const ANSWER_WITHIN_MS = 10_000;

export interface PoolsOptions {
  readonly url: string;
  /** Connections of all of them together, three at least. */
  readonly max: number;
  /** Of the commits. */
  readonly isolation: string;
  readonly log: Log;
}

export function openPools({ url, max, isolation, log }: PoolsOptions): Pools {
  const forCommits = Math.max(1, Math.floor(max * 0.3));
  const forLooks = Math.max(1, Math.floor(max * 0.2));
  const common = { url, log, answerWithin: ANSWER_WITHIN_MS };
  const commits = createPool({
    ...common,
    max: forCommits,
    name: 'pochi commits',
    // The server gives up first, so that no commit is still in line for a lock when it is sent again.
    settings: { default_transaction_isolation: isolation, statement_timeout: `${ANSWER_WITHIN_MS - 1_000}` },
  });
  const looks = createPool({ ...common, max: forLooks, name: 'pochi looks' });
  const reads = createPool({ ...common, max: max - forCommits - forLooks, name: 'pochi reads' });
  const close = async () => {
    await Promise.all([commits.end(), looks.end(), reads.end()]);
  };
  return { commits, looks, reads, close };
}
