/** Gets a batch committed: on a connection of its own, again where the database chose another instance's batch. */
import type { Pool } from 'pg';
import { Backoff } from './backoff.ts';
import { type CommitRow, commitBatch, type PreparedBatch } from './commit.ts';
import { answered, isConflict, Unanswered } from './failure.ts';
import type { EngineMetrics } from './metrics.ts';
import { Unavailable } from './submission.ts';

/** With two instances on one ledger every second call meets a conflict; so many in a row mean that something is wrong. */
const MAX_CONFLICTS = 40;

/**
 * `sent` is called when the database has the batch and this process has time for other things.
 * Throws Unanswered, Unavailable after too many conflicts, or the database's own error where it refuses the batch.
 */
export async function callCommit(
  pool: Pool,
  batch: PreparedBatch,
  metrics: EngineMetrics,
  sent: () => void,
): Promise<CommitRow> {
  const backoff = new Backoff(1, 30);
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts += 1) {
    const observe = metrics.commit.startTimer();
    try {
      const row = await onOneConnection(pool, batch, sent);
      metrics.attempts.inc({ result: row.status });
      return row;
    } catch (error) {
      if (!isConflict(error)) {
        metrics.attempts.inc({ result: error instanceof Unanswered ? 'unknown' : 'refused' });
        throw error;
      }
      metrics.attempts.inc({ result: 'conflict' });
    } finally {
      observe();
    }
    await backoff.wait();
  }
  throw new Unavailable('busy');
}

async function onOneConnection(pool: Pool, batch: PreparedBatch, sent: () => void): Promise<CommitRow> {
  const client = await pool.connect().catch((error) => {
    throw new Unanswered(error);
  });
  try {
    const committing = answered(commitBatch(client, batch));
    sent();
    const row = await committing;
    client.release();
    return row;
  } catch (error) {
    // A connection that left something open must never carry the next batch.
    client.release(error instanceof Unanswered);
    throw error;
  }
}
