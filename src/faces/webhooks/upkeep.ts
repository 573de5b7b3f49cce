/** Deliveries that are begun anew, and those that are forgotten: in parts, so that no statement takes long. */
import type { Pool } from '../../database/pool.ts';
import { inTransaction } from '../../database/transaction.ts';
import { allLedgers } from '../../queries/ledgers.ts';
import {
  forgetDeliveriesOf,
  forgetOldDeliveries,
  restartDeliveries,
  strandedDeliveries,
} from '../../queries/webhook-deliveries.ts';
import { addJobs } from '../jobs/add.ts';
import { addClean, addRestart, deliverJob, type RestartJob } from './jobs.ts';

const PART = 500;

const CLEAN_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** A delivery that was due so long ago and has no job has lost it. */
const STRANDED_AFTER_MS = 600_000;

/** Begins a part of the deliveries anew, and sees to it that the rest follows. */
export async function restart(database: Pool, { ledgerId, webhookId, state, after }: RestartJob): Promise<void> {
  await inTransaction(database, async (client) => {
    const restarted = await restartDeliveries(client, ledgerId, webhookId, state, after, PART);
    await addJobs(
      client,
      restarted.map(({ id, attempts }) => deliverJob({ ledgerId, id, webhookId, attempts })),
    );
    const last = restarted.at(-1);
    if (last && restarted.length === PART) await addRestart(client, { ledgerId, webhookId, state, after: last.id });
  });
}

/** Removes what a webhook that is gone was told. */
export async function forget(
  database: Pool,
  { ledgerId, webhookId }: { readonly ledgerId: bigint; readonly webhookId: string },
): Promise<void> {
  while (!(await forgetDeliveriesOf(database, ledgerId, webhookId, PART)));
}

/** Removes deliveries that are too old, and takes up those that nobody would try any more. */
export async function clean(database: Pool, keepDays: number): Promise<void> {
  // First of all, so that a failure does not end the row.
  await addClean(database, new Date(Date.now() + CLEAN_EVERY_MS));
  const [oldest, stranded] = [new Date(Date.now() - keepDays * DAY_MS), new Date(Date.now() - STRANDED_AFTER_MS)];
  for (const { id: ledgerId } of await allLedgers(database)) {
    while (!(await forgetOldDeliveries(database, ledgerId, oldest, PART)));
    const lost = await strandedDeliveries(database, ledgerId, stranded, PART);
    await addJobs(
      database,
      lost.map((delivery) => deliverJob({ ledgerId, ...delivery })),
    );
  }
}
