/** Reads operations back as they were recorded. */
import type { AccountKind } from '../ledger/account.ts';
import type { Direction, EntryType } from '../ledger/posting.ts';
import type { JsonObject } from '../wallet/operation.ts';
import type { OperationRecord, RecordedEntry } from '../wallet/record.ts';
import type { Database } from './database.ts';

export interface OperationRow {
  id: string;
  operation: string;
  height: bigint;
  index: number;
  customer: string | null;
  reference: string | null;
  reverses: string | null;
  data: JsonObject | null;
  occurred_at: Date | null;
  recorded_at: Date;
}

export interface EntryRow {
  account_id: bigint;
  owner: string;
  asset: string;
  kind: AccountKind;
  seq: bigint;
  amount: bigint;
  balance_before: bigint;
  balance_after: bigint;
  direction: Direction;
  type: EntryType;
}

/** What an operation is read back as, from `operations o` and `blocks b`. */
export const OPERATION_COLUMNS =
  'o.id, o.operation, o.height, o.index, o.customer, o.reference, o.reverses, o.data, o.occurred_at, b.recorded_at';

/** Those of its entries, from `entries e`, `accounts a` and `assets s`. */
export const ENTRY_COLUMNS =
  'e.account_id, a.owner, s.code as asset, a.kind, e.seq, e.amount, e.balance_before, e.balance_after, e.direction, e.type';

const OPERATIONS = `
  select ${OPERATION_COLUMNS}
    from unnest($2::uuid[]) as n(id),
         lateral (select * from operations o where o.ledger_id = $1 and o.id = n.id limit 1) o
    join blocks b on b.ledger_id = $1 and b.height = o.height`;

// From the operations to their blocks, and from each block to its entries: written so that no plan can turn it round,
// also where the tables have no statistics. A transaction's debits come first; entries of one account are in their order.
const ENTRIES = `
  with found as materialized (
    select o.id, o.height, o.index
      from unnest($2::uuid[]) as n(id),
           lateral (select * from operations o where o.ledger_id = $1 and o.id = n.id limit 1) o
  )
  select f.id as operation_id, e.account_id, a.owner, s.code as asset, a.kind, e.seq, e.amount, e.balance_before,
         e.balance_after, e.direction, e.type
    from (select distinct height from found) h
   cross join lateral (select * from entries e where e.ledger_id = $1 and e.height = h.height offset 0) e
    join found f on f.height = e.height and f.index = e.index
   cross join lateral (select * from accounts a where a.ledger_id = $1 and a.id = e.account_id limit 1) a
    join assets s on s.id = a.asset_id
   order by e.direction, e.account_id, e.seq`;

/** The operations with these ids, by id. Ids that are not in the ledger are left out. */
export async function loadRecords(
  database: Database,
  ledgerId: bigint,
  ids: readonly string[],
): Promise<Map<string, OperationRecord>> {
  if (ids.length === 0) return new Map();
  const operations = await database.query<OperationRow>(OPERATIONS, [ledgerId, ids]);
  const entries = await database.query<EntryRow & { operation_id: string }>(ENTRIES, [ledgerId, ids]);
  const entriesOf = new Map<string, RecordedEntry[]>();
  for (const row of entries.rows) {
    const list = entriesOf.get(row.operation_id) ?? [];
    list.push(toEntry(row));
    entriesOf.set(row.operation_id, list);
  }
  return new Map(operations.rows.map((row) => [row.id, toRecord(row, entriesOf.get(row.id) ?? [])]));
}

/** Which of these transactions were reversed, and by which operation. */
export async function loadReversals(
  database: Database,
  ledgerId: bigint,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await database.query<{ reverses: string; id: string }>(
    'select reverses, id from operations where ledger_id = $1 and reverses = any ($2::uuid[])',
    [ledgerId, ids],
  );
  return new Map(rows.map((row) => [row.reverses, row.id]));
}

export const toEntry = (row: EntryRow): RecordedEntry => ({
  account: { id: row.account_id, owner: row.owner, asset: row.asset, kind: row.kind },
  direction: row.direction,
  amount: row.amount,
  type: row.type,
  seq: row.seq,
  balanceBefore: row.balance_before,
  balanceAfter: row.balance_after,
});

export const toRecord = (row: OperationRow, entries: RecordedEntry[]): OperationRecord => ({
  id: row.id,
  operation: row.operation,
  height: row.height,
  index: row.index,
  customer: row.customer,
  reference: row.reference,
  reverses: row.reverses,
  data: row.data ?? {},
  occurredAt: row.occurred_at ?? row.recorded_at,
  recordedAt: row.recorded_at,
  entries,
});
