/**
 * The operations of a ledger in the order of their commits. Commits are numbered without gaps and in order, so that
 * whoever has read up to a place never misses one that comes late.
 */
import type { OperationRecord, RecordedEntry } from '../wallet/record.ts';
import type { Database } from './database.ts';
import { ENTRY_COLUMNS, type EntryRow, OPERATION_COLUMNS, type OperationRow, toEntry, toRecord } from './records.ts';

/** A place in a ledger: the block, and the operation in it. As a cursor, the next one to be read. */
export interface Place {
  readonly height: bigint;
  readonly index: number;
}

export const BEGINNING: Place = { height: 1n, index: 0 };

export interface FeedPage {
  readonly records: readonly OperationRecord[];
  /** Where to go on. */
  readonly next: Place;
  /** Whether that is all there was. */
  readonly end: boolean;
}

const OPERATIONS = `
  select ${OPERATION_COLUMNS}
    from operations o
    join blocks b on b.ledger_id = $1 and b.height = o.height
   where o.ledger_id = $1 and (o.height, o.index) >= ($2, $3)
   order by o.height, o.index
   limit $4`;

/** By height for the index; by place, because a page may hold one operation of a block of a thousand. */
const ENTRIES = `
  select e.height, e.index, ${ENTRY_COLUMNS}
    from entries e
    join accounts a on a.ledger_id = $1 and a.id = e.account_id
    join assets s on s.id = a.asset_id
   where e.ledger_id = $1 and e.height between $2 and $4 and (e.height, e.index) between ($2, $3) and ($4, $5)
   order by e.direction, e.account_id, e.seq`;

/** At most `limit` operations from a place on. */
export async function operationsFrom(
  database: Database,
  ledgerId: bigint,
  from: Place,
  limit: number,
): Promise<FeedPage> {
  const { rows } = await database.query<OperationRow>(OPERATIONS, [ledgerId, from.height, from.index, limit]);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) {
    // Who stands inside a block has read of it, and so it is there as a whole: this was its end.
    const next = from.index > 0 ? { height: from.height + 1n, index: 0 } : from;
    return { records: [], next, end: true };
  }
  const entries = await database.query<EntryRow & { height: bigint; index: number }>(ENTRIES, [
    ledgerId,
    first.height,
    first.index,
    last.height,
    last.index,
  ]);
  const byPlace = new Map<string, RecordedEntry[]>();
  for (const row of entries.rows) {
    const key = `${row.height}.${row.index}`;
    const list = byPlace.get(key) ?? [];
    list.push(toEntry(row));
    byPlace.set(key, list);
  }
  const records = rows.map((row) => toRecord(row, byPlace.get(`${row.height}.${row.index}`) ?? []));
  // A block is there as a whole or not at all: where the limit did not cut, the last one is complete.
  const end = rows.length < limit;
  const next = end ? { height: last.height + 1n, index: 0 } : { height: last.height, index: last.index + 1 };
  return { records, next, end };
}

/** The height of the last commit; 0 where there is none. */
export async function headOf(database: Database, ledgerId: bigint): Promise<bigint> {
  const { rows } = await database.query<{ height: bigint }>('select height from ledger_heads where ledger_id = $1', [
    ledgerId,
  ]);
  return rows[0]?.height ?? 0n;
}

/** The first block that was recorded at this time or later; the one after the last where there is none. */
export async function heightAt(database: Database, ledgerId: bigint, time: Date): Promise<bigint> {
  const { rows } = await database.query<{ height: bigint }>(
    `select height from blocks where ledger_id = $1 and recorded_at >= $2 order by recorded_at, height limit 1`,
    [ledgerId, time],
  );
  return rows[0]?.height ?? (await headOf(database, ledgerId)) + 1n;
}
