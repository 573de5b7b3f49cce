import type { Database } from './database.ts';

/** How far somebody else's list was read. */
export interface SyncState {
  /** What changed from then on is asked for; null for everything. */
  readonly since: Date | null;
  /** The page to go on with, where a pass was cut. */
  readonly cursor: string | null;
  /** When that pass began, by the other side's clock, and the newest change it has seen. */
  readonly started: Date | null;
  readonly newest: Date | null;
}

export const NEVER: SyncState = { since: null, cursor: null, started: null, newest: null };

/** Which list of whom: `loyverse`, `customers`. */
export interface SyncFeed {
  readonly source: string;
  readonly feed: string;
}

export async function syncState(database: Database, ledgerId: bigint, { source, feed }: SyncFeed): Promise<SyncState> {
  const { rows } = await database.query<SyncState>(
    'select since, cursor, started, newest from sync_cursors where ledger_id = $1 and source = $2 and feed = $3',
    [ledgerId, source, feed],
  );
  return rows[0] ?? NEVER;
}

export async function saveSyncState(
  database: Database,
  ledgerId: bigint,
  { source, feed }: SyncFeed,
  { since, cursor, started, newest }: SyncState,
): Promise<void> {
  await database.query(
    `insert into sync_cursors (ledger_id, source, feed, since, cursor, started, newest) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (ledger_id, source, feed) do update
       set since = excluded.since, cursor = excluded.cursor, started = excluded.started, newest = excluded.newest`,
    [ledgerId, source, feed, since, cursor, started, newest],
  );
}
