/** Keeps our tables up with a list of Loyverse: what changed since the last time, page by page. */
import { NEVER, type SyncState, saveSyncState, syncState } from '../queries/sync-cursors.ts';
import { CursorRefused, type Loyverse, type LoyverseList, type LoyversePage } from './loyverse.ts';
import { type FeedRecord, timeOf } from './record.ts';
import { type FeedTarget, type Take, takeCustomers, takeProducts } from './take.ts';
import { Tally } from './tally.ts';

const TAKE: Readonly<Record<LoyverseList, Take>> = { customers: takeCustomers, items: takeProducts };

/**
 * Reads the list to its end; what was done. Each page is remembered once it is taken, so that a pass that was cut goes
 * on where it was. Throws LoyverseProblem.
 */
export async function syncList(loyverse: Loyverse, list: LoyverseList, target: FeedTarget): Promise<Tally> {
  const { database, ledgerId } = target;
  const feed = { source: 'loyverse', feed: list };
  const tally = new Tally();
  let state = await syncState(database, ledgerId, feed);
  let page = await firstPage(loyverse, list, state);
  if (page === null) {
    state = { ...NEVER, since: state.since };
    page = await loyverse.page(list, state.since, null);
  }
  for (;;) {
    await TAKE[list](target, placed(page), tally);
    state = after(state, page);
    await saveSyncState(database, ledgerId, feed, state);
    if (state.cursor === null) return tally;
    page = await loyverse.page(list, state.since, state.cursor);
  }
}

/** Null where a cut pass can't go on, for its cursor is no longer known: what it took is taken unchanged once more. */
async function firstPage(loyverse: Loyverse, list: LoyverseList, state: SyncState): Promise<LoyversePage | null> {
  try {
    return await loyverse.page(list, state.since, state.cursor);
  } catch (error) {
    if (error instanceof CursorRefused) return null;
    throw error;
  }
}

/**
 * The next pass asks for what changed since the newest change that was seen. Lists come newest record first, so that one
 * that is made or changed while they are read can be missed: the next pass starts no later than this one did.
 */
function after(before: SyncState, page: LoyversePage): SyncState {
  const newest = latest([before.newest, ...page.records.map(updatedAt)]);
  const started = before.cursor === null ? page.servedAt : before.started;
  if (page.cursor !== null) return { since: before.since, cursor: page.cursor, started, newest };
  const reached = newest && started && started < newest ? started : newest;
  return { since: latest([before.since, reached]), cursor: null, started: null, newest: null };
}

const latest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce((late, time) => (time && (!late || time > late) ? time : late), null);

function updatedAt(value: unknown): Date | null {
  try {
    return timeOf(value as FeedRecord, 'updated_at');
  } catch {
    // What is wrong with the record was said when it was refused.
    return null;
  }
}

/** Loyverse's own id is all that a record of theirs has: it finds the customer who has it here. */
const placed = (page: LoyversePage) =>
  page.records.map((value) => {
    const id = (value as { id?: unknown } | null)?.id;
    return {
      place: typeof id === 'string' ? id.slice(0, 100) : 'a record without an id',
      value: withLoyverseId(value),
    };
  });

const withLoyverseId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? { ...value, loyverse_id: value.id } : value;
