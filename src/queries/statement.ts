/** What a customer held and owed at the beginning of a time, what happened, and what they held and owed at its end. */
import type { Direction, EntryType } from '../ledger/posting.ts';
import type { Database } from './database.ts';

export interface StatementQuery {
  readonly ledgerId: bigint;
  readonly customer: string;
  readonly assetId: number;
  /** Days of the calendar of the time zone, both included. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** The most entries that are wanted. */
  readonly most: number;
}

/** Minor units. */
export interface Standing {
  readonly wallet: bigint;
  readonly owed: bigint;
}

export interface StatementEntry {
  readonly transactionId: string;
  readonly operation: string;
  readonly account: 'wallet' | 'receivable';
  readonly type: EntryType;
  readonly direction: Direction;
  readonly amount: bigint;
  readonly occurredAt: Date;
  readonly reference: string | null;
  readonly store: string | null;
  readonly slipNumber: string | null;
  readonly after: Standing;
}

export interface Statement {
  readonly opening: Standing;
  readonly entries: readonly StatementEntry[];
  readonly closing: Standing;
}

interface Row {
  id: string | null;
  operation: string;
  account: 'wallet' | 'receivable';
  type: EntryType;
  direction: Direction;
  amount: bigint;
  occurred_at: Date;
  reference: string | null;
  store: string | null;
  slip_number: string | null;
}

// From the accounts to their entries and on to the operations: no plan can turn that round. What was before the first day
// is summed up, one row an account, and comes first.
const STATEMENT = `
  with own as materialized (
    select id, kind from accounts
     where ledger_id = $1 and owner = $2 and asset_id = $3 and kind in ('wallet', 'receivable')
  ),
  dated as materialized (
    select own.kind, e.height, e.index, e.seq, e.type, e.direction, e.amount, o.id, o.operation, o.reference,
           o.data ->> 'store_id' as store, o.data ->> 'slip_number' as slip_number,
           coalesce(o.occurred_at, b.recorded_at) as occurred_at
      from own
     cross join lateral (select * from entries e where e.ledger_id = $1 and e.account_id = own.id offset 0) e
     cross join lateral (
       select * from operations o where o.ledger_id = $1 and o.height = e.height and o.index = e.index limit 1
     ) o
     cross join lateral (select recorded_at from blocks b where b.ledger_id = $1 and b.height = e.height limit 1) b
  ),
  placed as (select *, (occurred_at at time zone $6)::date as day from dated)
  (select null::uuid as id, '' as operation, kind as account, null::entry_type as type, 'CREDIT'::direction as direction,
          sum(case direction when 'CREDIT' then amount else -amount end)::bigint as amount, null::timestamptz as occurred_at,
          null as reference, null as store, null as slip_number
     from placed where day < $4::date group by kind)
  union all
  (select id, operation, kind, type, direction, amount, occurred_at, reference, store, slip_number
     from placed where day between $4::date and $5::date
    order by occurred_at, height, index, seq limit $7)`;

/** Null where there are more entries than are wanted. */
export async function statementOf(database: Database, query: StatementQuery): Promise<Statement | null> {
  const { ledgerId, customer, assetId, from, to, timeZone, most } = query;
  const { rows } = await database.query<Row>(STATEMENT, [ledgerId, customer, assetId, from, to, timeZone, most + 1]);
  const before = rows.filter(({ id }) => id === null);
  const entries = rows.filter((row): row is Row & { id: string } => row.id !== null);
  if (entries.length > most) return null;
  const opening = before.reduce(booked, { wallet: 0n, owed: 0n });
  let standing = opening;
  const told = entries.map(({ id, occurred_at, slip_number, ...row }) => {
    standing = booked(standing, row);
    return { ...row, transactionId: id, occurredAt: occurred_at, slipNumber: slip_number, after: standing };
  });
  return { opening, entries: told, closing: standing };
}

function booked(
  { wallet, owed }: Standing,
  { account, direction, amount }: Pick<Row, 'account' | 'direction' | 'amount'>,
): Standing {
  const change = direction === 'CREDIT' ? amount : -amount;
  return account === 'wallet' ? { wallet: wallet + change, owed } : { wallet, owed: owed - change };
}
