/**
 * The entries of all accounts, newest first. A search goes back through the journal window by window, each bounded by its
 * blocks at both ends of every join: whatever plan PostgreSQL takes, it reads no more than the window. So no index is
 * needed for what can be searched, which every commit would pay for.
 */
import type { Direction, EntryType } from '../ledger/posting.ts';
import { blockSpan } from './audit.ts';
import type { Database } from './database.ts';
import { FIRST_WINDOW, LARGEST_WINDOW, nextWindow, type Window } from './journal-windows.ts';
import { Conditions } from './sql-conditions.ts';

export type EntryStatus = 'POSTED' | 'REVERSED' | 'REVERSAL';

export interface EntryFilter {
  readonly ledgerId: bigint;
  readonly recordedFrom: Date | null;
  readonly recordedTo: Date | null;
  readonly occurredFrom: Date | null;
  readonly occurredTo: Date | null;
  readonly types: readonly EntryType[] | null;
  readonly assetId: number | null;
  /** Minor units, as is the other. */
  readonly least: bigint | null;
  readonly most: bigint | null;
  /** A kind such as `wallet`, a family such as `cash`, which stands for `cash:...` too, or one with any middle: `cash:*:CASH`. */
  readonly account: string | null;
  readonly owner: string | null;
  /** Whom the transaction concerns. */
  readonly customer: string | null;
  readonly store: string | null;
  /** Who asked for it. */
  readonly actor: string | null;
  readonly reference: string | null;
  readonly transactionId: string | null;
  readonly status: EntryStatus | null;
}

/** An entry's place in the order of the books. */
export interface EntryPlace {
  readonly height: bigint;
  readonly index: number;
  readonly accountId: bigint;
  readonly seq: bigint;
}

export interface ExploredEntry extends EntryPlace {
  readonly transactionId: string;
  readonly operation: string;
  readonly type: EntryType;
  readonly direction: Direction;
  readonly amount: bigint;
  readonly balanceAfter: bigint;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reference: string | null;
  readonly customer: string | null;
  readonly owner: string;
  readonly kind: string;
  readonly asset: string;
  readonly decimalPlaces: number;
  readonly store: string | null;
  readonly actor: string;
  readonly actorRole: string;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
}

export interface EntryPage {
  readonly entries: ExploredEntry[];
  /** Where the next page begins: before this place; null where there is nothing more. */
  readonly next: EntryPlace | null;
}

export interface PageOptions {
  readonly limit: number;
  readonly before: EntryPlace | null;
  /** The last block that is looked at: what is recorded later does not exist. */
  readonly snapshot: bigint;
  /** Milliseconds after which a search gives what it has, and where to go on. */
  readonly patience: number;
}

/** At most `limit` entries; fewer, or none, are not the end while there is a `next`. */
export async function explorePage(database: Database, filter: EntryFilter, options: PageOptions): Promise<EntryPage> {
  const started = performance.now();
  const span = await blockSpan(database, {
    ledgerId: filter.ledgerId,
    from: filter.recordedFrom,
    to: filter.recordedTo,
  });
  const newest = least(span.high, options.snapshot, options.before?.height ?? span.high);
  const found: ExploredEntry[] = [];
  let high = newest;
  for (let size = FIRST_WINDOW; high >= span.low; size = Math.min(size * 4, LARGEST_WINDOW)) {
    const window = await nextWindow(database, filter, { low: span.low, high }, size);
    if (!window) return { entries: found, next: null };
    // One more than asked for tells whether there is another page.
    const wanted = options.limit + 1 - found.length;
    found.push(...(await entriesIn(database, filter, window, { ...options, limit: wanted })));
    if (found.length > options.limit) {
      const entries = found.slice(0, options.limit);
      return { entries, next: entries.at(-1) as ExploredEntry };
    }
    high = window.low - 1n;
    if (performance.now() - started > options.patience) break;
  }
  return { entries: found, next: high >= span.low ? { height: high + 1n, index: 0, accountId: 0n, seq: 0n } : null };
}

const least = (...values: readonly bigint[]): bigint => values.reduce((a, b) => (b < a ? b : a));

const ORDER = 'height desc, index desc, account_id desc, seq desc';

async function entriesIn(
  database: Database,
  filter: EntryFilter,
  window: Window,
  options: PageOptions,
): Promise<ExploredEntry[]> {
  const sql = new Conditions(filter.ledgerId, window.low, window.high, options.limit, options.snapshot);
  const heights = window.heights && sql.value(window.heights);
  const sameBlocks = heights ? `o.height = any (${heights}::bigint[])` : 'o.height between $2 and $3';
  const ofEntries = entryConditions(sql, filter, heights, options.before);
  const ofOthers = otherConditions(sql, filter);
  // Where only the entries themselves are asked about, nothing is joined to those that are not wanted.
  const early = ofOthers.length === 0 ? `order by ${ORDER} limit $4` : '';
  const { rows } = await database.query<Row>(
    `with wanted as materialized (
       select * from entries e where ${ofEntries.join(' and ')} ${early}
     ),
     found as materialized (
       select e.*, o.id, o.operation, o.reference, o.customer, o.reverses, o.occurred_at, o.caller_id,
              o.data ->> 'store_id' as store, a.owner, a.kind, a.asset_id
         from wanted e
         join operations o on o.ledger_id = $1 and ${sameBlocks} and o.height = e.height and o.index = e.index
        cross join lateral (select * from accounts a where a.ledger_id = $1 and a.id = e.account_id limit 1) a
        ${ofOthers.length > 0 ? `where ${ofOthers.join(' and ')}` : ''}
        order by e.height desc, e.index desc, e.account_id desc, e.seq desc limit $4
     )
     select f.height, f.index, f.account_id, f.seq, f.id, f.operation, f.type, f.direction, f.amount, f.balance_after,
            coalesce(f.occurred_at, b.recorded_at) as occurred_at, b.recorded_at, f.reference, f.customer, f.owner,
            f.kind, s.code as asset, s.decimal_places, f.store, c.subject, c.role, f.reverses,
            (select r.id from operations r where r.ledger_id = $1 and r.reverses = f.id and r.height <= $5) as reversed_by
       from found f
      cross join lateral (select recorded_at from blocks b where b.ledger_id = $1 and b.height = f.height limit 1) b
       left join lateral (select subject, role from callers c where c.ledger_id = $1 and c.id = f.caller_id limit 1) c on true
       join assets s on s.id = f.asset_id
      order by f.height desc, f.index desc, f.account_id desc, f.seq desc`,
    sql.values,
  );
  return rows.map(toEntry);
}

function entryConditions(
  sql: Conditions,
  filter: EntryFilter,
  heights: string | null,
  before: EntryPlace | null,
): string[] {
  return [
    'e.ledger_id = $1 and e.height between $2 and $3',
    ...(heights ? [`e.height = any (${heights}::bigint[])`] : []),
    ...sql.when(filter.types, (place) => `e.type = any (${place}::entry_type[])`),
    ...sql.when(filter.least, (place) => `e.amount >= ${place}`),
    ...sql.when(filter.most, (place) => `e.amount <= ${place}`),
    ...(before
      ? [
          `(e.height, e.index, e.account_id, e.seq) < (${[before.height, before.index, before.accountId, before.seq]
            .map((value) => sql.value(value))
            .join()})`,
        ]
      : []),
  ];
}

const STATUS: Readonly<Record<EntryStatus, string>> = {
  POSTED:
    'o.reverses is null and not exists (select from operations r where r.ledger_id = $1 and r.reverses = o.id and r.height <= $5)',
  REVERSED: 'exists (select from operations r where r.ledger_id = $1 and r.reverses = o.id and r.height <= $5)',
  REVERSAL: 'o.reverses is not null',
};

const OCCURRED =
  'coalesce(o.occurred_at, (select recorded_at from blocks b where b.ledger_id = $1 and b.height = o.height))';

function otherConditions(sql: Conditions, filter: EntryFilter): string[] {
  return [
    ...sql.when(filter.transactionId, (place) => `o.id = ${place}`),
    ...sql.when(filter.customer, (place) => `o.customer = ${place}`),
    ...sql.when(filter.reference, (place) => `o.reference = ${place}`),
    ...sql.when(filter.store, (place) => `o.data ->> 'store_id' = ${place}`),
    ...sql.when(filter.occurredFrom, (place) => `${OCCURRED} >= ${place}`),
    ...sql.when(filter.occurredTo, (place) => `${OCCURRED} <= ${place}`),
    ...sql.when(
      filter.actor,
      (place) =>
        `exists (select from callers c where c.ledger_id = $1 and c.id = o.caller_id and c.subject = ${place})`,
    ),
    ...sql.when(filter.assetId, (place) => `a.asset_id = ${place}`),
    ...sql.when(filter.owner, (place) => `a.owner = ${place}`),
    ...accountConditions(sql, filter.account),
    ...(filter.status === null ? [] : [STATUS[filter.status]]),
  ];
}

function accountConditions(sql: Conditions, account: string | null): string[] {
  const [start = '', end, ...more] = account?.split('*') ?? [];
  if (end === undefined || more.length > 0)
    return sql.when(account, (place) => `(a.kind = ${place} or starts_with(a.kind, ${place} || ':'))`);
  const [first, last] = [sql.value(start), sql.value(end)];
  return [
    `starts_with(a.kind, ${first})`,
    `right(a.kind, length(${last})) = ${last}`,
    `length(a.kind) >= length(${first}) + length(${last})`,
  ];
}

interface Row {
  height: bigint;
  index: number;
  account_id: bigint;
  seq: bigint;
  id: string;
  operation: string;
  type: EntryType;
  direction: Direction;
  amount: bigint;
  balance_after: bigint;
  occurred_at: Date;
  recorded_at: Date;
  reference: string | null;
  customer: string | null;
  owner: string;
  kind: string;
  asset: string;
  decimal_places: number;
  store: string | null;
  subject: string | null;
  role: string | null;
  reverses: string | null;
  reversed_by: string | null;
}

const toEntry = ({ id, account_id, balance_after, occurred_at, recorded_at, ...row }: Row): ExploredEntry => ({
  height: row.height,
  index: row.index,
  accountId: account_id,
  seq: row.seq,
  transactionId: id,
  operation: row.operation,
  type: row.type,
  direction: row.direction,
  amount: row.amount,
  balanceAfter: balance_after,
  occurredAt: occurred_at,
  recordedAt: recorded_at,
  reference: row.reference,
  customer: row.customer,
  owner: row.owner,
  kind: row.kind,
  asset: row.asset,
  decimalPlaces: row.decimal_places,
  store: row.store,
  actor: row.subject ?? '',
  actorRole: row.role ?? '',
  reverses: row.reverses,
  reversedBy: row.reversed_by,
});

/** The newest block of a ledger. */
export async function newestBlock(database: Database, ledgerId: bigint): Promise<bigint> {
  const { rows } = await database.query<{ height: bigint }>('select height from ledger_heads where ledger_id = $1', [
    ledgerId,
  ]);
  return rows[0]?.height ?? 0n;
}
