/**
 * The entries of two accounts as one list, newest first, any page of it at the cost of the first: an account numbers its
 * entries without gaps, so that how many there are, and which of each account's stand on a page, is found by halving.
 */
import type { AccountKind } from '../ledger/account.ts';
import type { Direction, EntryType } from '../ledger/posting.ts';
import type { JsonObject } from '../wallet/operation.ts';
import type { Database } from './database.ts';

export interface MergedEntry {
  readonly accountId: bigint;
  readonly kind: AccountKind;
  readonly seq: bigint;
  readonly type: EntryType;
  readonly direction: Direction;
  readonly amount: bigint;
  /** What the account held behind it. */
  readonly balanceAfter: bigint;
  readonly transactionId: string;
  readonly operation: string;
  readonly reverses: string | null;
  readonly data: JsonObject;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

export interface HistoryRequest {
  readonly ledgerId: bigint;
  readonly customer: string;
  readonly assetId: number;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

interface Counts {
  known: boolean;
  wallet: bigint | null;
  wallet_entries: bigint;
  receivable: bigint | null;
  receivable_entries: bigint;
}

// Both counts are of one moment; entries are never taken away, so that what is read next belongs to them.
const COUNTS = `
  select exists (select from accounts where ledger_id = $1 and owner = $2) as known,
         min(a.id) filter (where a.kind = 'wallet') as wallet,
         coalesce(min(b.seq) filter (where a.kind = 'wallet'), 0) as wallet_entries,
         min(a.id) filter (where a.kind = 'receivable') as receivable,
         coalesce(min(b.seq) filter (where a.kind = 'receivable'), 0) as receivable_entries
    from accounts a
    join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
   where a.ledger_id = $1 and a.owner = $2 and a.asset_id = $3 and a.kind in ('wallet', 'receivable')`;

// Oldest first, the page ends at the list's place $6. $2 and $4 are the accounts, $3 and $5 how many entries they have.
// Of those places, "wallet" belong to the first account: it is the smallest number for which the receivable's part does
// not reach beyond the wallet's next entry. In one operation the wallet's entry is the older one.
const PAGE = `
  with recursive search (low, high) as (
    select greatest(0, $6::bigint - $5::bigint), least($6::bigint, $3::bigint)
    union all
    select case when (r.height, r.index) >= (w.height, w.index) then s.middle + 1 else s.low end,
           case when (r.height, r.index) >= (w.height, w.index) then s.high else s.middle end
      from (select low, high, (low + high) / 2 as middle from search where low < high) s,
           lateral (select height, index from entries
                     where ledger_id = $1 and account_id = $2 and seq = s.middle + 1) w,
           lateral (select height, index from entries
                     where ledger_id = $1 and account_id = $4 and seq = $6 - s.middle) r
  ),
  split as (select low as wallet, $6::bigint - low as receivable from search where low = high)
  select e.account_id, e.kind, e.seq, e.type, e.direction, e.amount, e.balance_after, o.id, o.operation, o.reverses, o.data, o.occurred_at,
         b.recorded_at
    from (
      select * from (
        select e.*, 'wallet' as kind, 0 as rank from split, lateral (
          select * from entries
           where ledger_id = $1 and account_id = $2 and seq <= split.wallet order by seq desc limit $7
        ) e
        union all
        select e.*, 'receivable', 1 from split, lateral (
          select * from entries
           where ledger_id = $1 and account_id = $4 and seq <= split.receivable order by seq desc limit $7
        ) e
      ) both_accounts
      order by height desc, index desc, rank desc, seq desc limit $7
    ) e,
    lateral (select * from operations
              where ledger_id = $1 and height = e.height and index = e.index limit 1) o,
    lateral (select recorded_at from blocks where ledger_id = $1 and height = e.height limit 1) b
   order by e.height desc, e.index desc, e.rank desc, e.seq desc`;

interface Row {
  account_id: bigint;
  kind: AccountKind;
  seq: bigint;
  type: EntryType;
  direction: Direction;
  amount: bigint;
  balance_after: bigint;
  id: string;
  operation: string;
  reverses: string | null;
  data: JsonObject | null;
  occurred_at: Date | null;
  recorded_at: Date;
}

/** A page of what a customer holds and owes in one asset, and how many entries there are; null for an unknown customer. */
export async function mergedHistory(
  database: Database,
  { ledgerId, customer, assetId, page, perPage }: HistoryRequest,
): Promise<{ readonly total: bigint; readonly entries: MergedEntry[] } | null> {
  const counted = await database.query<Counts>(COUNTS, [ledgerId, customer, assetId]);
  const counts = counted.rows[0] as Counts;
  if (!counts.known) return null;
  const total = counts.wallet_entries + counts.receivable_entries;
  const end = total - BigInt(page - 1) * BigInt(perPage);
  if (end <= 0n) return { total, entries: [] };
  const { rows } = await database.query<Row>(PAGE, [
    ledgerId,
    counts.wallet,
    counts.wallet_entries,
    counts.receivable,
    counts.receivable_entries,
    end,
    perPage,
  ]);
  return { total, entries: rows.map(toEntry) };
}

const toEntry = (row: Row): MergedEntry => ({
  accountId: row.account_id,
  kind: row.kind,
  seq: row.seq,
  type: row.type,
  direction: row.direction,
  amount: row.amount,
  balanceAfter: row.balance_after,
  transactionId: row.id,
  operation: row.operation,
  reverses: row.reverses,
  data: row.data ?? {},
  occurredAt: row.occurred_at ?? row.recorded_at,
  recordedAt: row.recorded_at,
});
