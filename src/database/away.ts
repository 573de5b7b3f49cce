/** A database that is not there yet: one that is still starting, or that too many talk to at this moment. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE']);

/** The server goes down, comes up, or has no connection left. */
const NOT_NOW = new Set(['57P01', '57P02', '57P03', '53300']);

/** The driver gives these no code. */
const UNANSWERED =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout)/;

/** Whether a later try may find the database, with nothing else changed. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof pg.DatabaseError) return NOT_NOW.has(code) || code.startsWith('08');
  return NETWORK.has(code) || UNANSWERED.test(error.message);
}

/** The longest that it is left alone between two tries. */
const LONGEST_MS = 2_000;

/**
 * What `start` gives, tried again for so many seconds while the database is away; `stopping` ends the wait. Throws the
 * error of the last try, and any other at once.
 */
export async function onceReachable<T>(
  start: () => Promise<T>,
  { seconds, stopping, log }: { seconds: number; stopping: Promise<unknown>; log: Log },
): Promise<T> {
  const until = performance.now() + seconds * 1_000;
  let isStopping = false;
  void stopping.then(() => {
    isStopping = true;
  });
  for (let wait = 100; ; wait = Math.min(2 * wait, LONGEST_MS)) {
    try {
      return await start();
    } catch (error) {
      if (!isAway(error) || isStopping || performance.now() + wait > until) throw error;
      log.warn({ err: error }, 'the database is away; trying again');
      await Promise.race([delay(wait), stopping]);
    }
  }
}
