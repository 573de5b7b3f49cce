/** The entries of accounts, newest first. */
import type { Direction, EntryType } from '../ledger/posting.ts';
import type { Database } from './database.ts';

/** From where an account's entries are wanted: those with a smaller running number. */
export interface HistoryBound {
  readonly accountId: bigint;
  readonly before: bigint;
}

export interface HistoryEntry {
  readonly transactionId: string;
  readonly operation: string;
  readonly accountId: bigint;
  readonly seq: bigint;
  readonly type: EntryType;
  readonly direction: Direction;
  readonly amount: bigint;
  readonly balanceBefore: bigint;
  readonly balanceAfter: bigint;
  readonly reference: string | null;
  /** The metadata as it was given, as JSON text. */
  readonly metadata: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

interface Row {
  id: string;
  operation: string;
  account_id: bigint;
  seq: bigint;
  type: EntryType;
  direction: Direction;
  amount: bigint;
  balance_before: bigint;
  balance_after: bigint;
  reference: string | null;
  metadata: string | null;
  occurred_at: Date | null;
  recorded_at: Date;
}

// Each account gives its newest entries, found by the primary key; what is needed of them is then put in order.
const PAGE = `
  select o.id, o.operation, e.account_id, e.seq, e.type, e.direction, e.amount, e.balance_before, e.balance_after,
         o.reference, (o.data -> 'metadata')::text as metadata, o.occurred_at, b.recorded_at
    from unnest($2::bigint[], $3::bigint[]) as n(account_id, before)
   cross join lateral (
     select * from entries
      where ledger_id = $1 and account_id = n.account_id and seq < n.before
      order by seq desc limit $4
   ) e
    join operations o on o.ledger_id = $1 and o.height = e.height and o.index = e.index
    join blocks b on b.ledger_id = $1 and b.height = e.height
   order by e.height desc, e.index desc, e.account_id desc, e.seq desc
   limit $4`;

/** At most `limit` entries of these accounts together. */
export async function accountHistory(
  database: Database,
  ledgerId: bigint,
  bounds: readonly HistoryBound[],
  limit: number,
): Promise<HistoryEntry[]> {
  if (bounds.length === 0) return [];
  const { rows } = await database.query<Row>(PAGE, [
    ledgerId,
    bounds.map(({ accountId }) => accountId),
    bounds.map(({ before }) => before),
    limit,
  ]);
  return rows.map((row) => ({
    transactionId: row.id,
    operation: row.operation,
    accountId: row.account_id,
    seq: row.seq,
    type: row.type,
    direction: row.direction,
    amount: row.amount,
    balanceBefore: row.balance_before,
    balanceAfter: row.balance_after,
    reference: row.reference,
    metadata: row.metadata,
    occurredAt: row.occurred_at ?? row.recorded_at,
    recordedAt: row.recorded_at,
  }));
}

/** An operation's data as it was recorded, to the letter, as JSON text; null where it has none. */
export async function operationData(database: Database, ledgerId: bigint, id: string): Promise<string | null> {
  const { rows } = await database.query<{ data: string | null }>(
    'select data::text from operations where ledger_id = $1 and id = $2',
    [ledgerId, id],
  );
  return rows[0]?.data ?? null;
}
