/**
 * Turns what was committed into rows of the database, such as jobs. What a follower writes and how far it has read are one
 * transaction: nothing is taken twice and nothing is left out, whatever dies in between.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from '../../database/pool.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Backoff } from '../../engine/backoff.ts';
import type { Log } from '../../log.ts';
import type { Database } from '../../queries/database.ts';
import { moveLane, openLanes, takeLane } from '../../queries/feed-cursors.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import type { FeedHub } from './hub.ts';

export interface FollowerParts {
  /** Where it writes; one connection at a time. */
  readonly database: Pool;
  readonly hub: FeedHub;
  readonly log: Log;
}

export interface FollowerOptions {
  /** The name under which it keeps its place in the books, the same on all instances. */
  readonly consumer: string;
  /**
   * Whether anybody wants to hear of this ledger. Where nobody does, nothing is read: whoever comes later hears of what
   * is committed after their coming was.
   */
  listened(client: Database, ledgerId: bigint): Promise<boolean>;
  /** Writes what follows from these operations by this connection, and by no other. */
  take(client: Database, ledgerId: bigint, records: readonly OperationRecord[]): Promise<void>;
  /** Operations that are taken together at most. */
  readonly page?: number;
  /** Milliseconds after which an idle follower looks whether another instance has committed something. */
  readonly pollMs?: number;
}

export interface Follower {
  /** Finishes what it has in hand. What comes later waits in the books. */
  stop(): Promise<void>;
}

const PAGE = 500;
const POLL_MS = 250;
const PAUSE_MS = 50;

/** Ledgers that were made since are followed at the latest after so long. */
const LANES_EVERY_MS = 30_000;

/** The only lane: its row is locked while it is read, so that instances take turns. */
export const ONE_LANE = 1;

/** Follows all ledgers from now on. What was committed before it began for the first time is not told. */
export async function follow(parts: FollowerParts, options: FollowerOptions): Promise<Follower> {
  await openLanes(parts.database, options.consumer, ONE_LANE);
  const stopping = new AbortController();
  const ended = run(parts, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function run(parts: FollowerParts, options: FollowerOptions, stopping: AbortSignal): Promise<void> {
  const { database, hub, log } = parts;
  const { consumer, page = PAGE, pollMs = POLL_MS } = options;
  const backoff = new Backoff(100, 2_000);
  let lanesOpened = performance.now();
  while (!stopping.aborted) {
    const { news } = hub;
    try {
      if (performance.now() - lanesOpened > LANES_EVERY_MS) {
        await openLanes(database, consumer, ONE_LANE);
        lanesOpened = performance.now();
      }
      const taken = await turn(parts, options);
      backoff.reset();
      if (taken === null) await hub.wait(news, pollMs, stopping);
      // What is committed in the meantime is taken together: nobody waits for it, and the database has other work.
      if (taken === SKIPPED) await delay(pollMs, undefined, { signal: stopping }).catch(() => {});
      else if ((taken ?? 0) < page) await delay(PAUSE_MS, undefined, { signal: stopping }).catch(() => {});
    } catch (error) {
      log.debug({ err: error, consumer }, 'a follower of the books waits for the database');
      await backoff.wait();
    }
  }
}

const SKIPPED = -1;

/**
 * Takes a page of a ledger that it is behind in, and gives how many operations that were; null where there is none, and
 * SKIPPED where nobody listens.
 */
const turn = ({ database, hub }: FollowerParts, { consumer, listened, take, page = PAGE }: FollowerOptions) =>
  inTransaction(database, async (client): Promise<number | null> => {
    const lane = await takeLane(client, consumer);
    if (!lane) return null;
    // The head was read with the lane, before anybody is looked for: who is not there now was not there at that time.
    if (!(await listened(client, lane.ledgerId))) {
      await moveLane(client, consumer, { ...lane, next: { height: lane.head + 1n, index: 0 } });
      return SKIPPED;
    }
    const { records, next } = await hub.read(lane.ledgerId, lane.from, page);
    await take(client, lane.ledgerId, records);
    await moveLane(client, consumer, { ...lane, next });
    return records.length;
  });
