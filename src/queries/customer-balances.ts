/** What a customer holds and owes, asset by asset, as of one moment. */
import type { Database } from './database.ts';

export interface CustomerBalance {
  readonly assetId: number;
  /** Balance of the wallet account, in minor units. */
  readonly wallet: bigint;
  /** Balance of the receivable account: zero or less. */
  readonly receivable: bigint;
  readonly openSlips: bigint;
  /** What the open slips still need. */
  readonly openTotal: bigint;
  /** How much may be owed before new slips are refused; null for no limit. */
  readonly creditLimit: bigint | null;
}

export type AccountStatus = 'ACTIVE' | 'FROZEN';

interface Row {
  asset_id: number;
  wallet: bigint;
  receivable: bigint;
  open_slips: bigint;
  open_total: bigint;
  credit_limit: bigint | null;
  status: AccountStatus | null;
}

// One statement, so that accounts and slips are those of the same moment.
const BALANCES = `
  select a.asset_id,
         coalesce(sum(b.balance) filter (where a.kind = 'wallet'), 0)::bigint as wallet,
         coalesce(sum(b.balance) filter (where a.kind = 'receivable'), 0)::bigint as receivable,
         coalesce(max(s.count), 0)::bigint as open_slips,
         coalesce(max(s.remaining), 0)::bigint as open_total,
         credit_limit_of($1, $2, a.asset_id) as credit_limit,
         (select c.status from customers c where c.ledger_id = $1 and c.id = $2) as status
    from accounts a
    join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
    left join (
      select asset_id, count(*) as count, sum(remaining) as remaining
        from slips
       where ledger_id = $1 and customer = $2 and status in ('OPEN', 'PARTIALLY_PAID')
       group by asset_id
    ) s on s.asset_id = a.asset_id
   where a.ledger_id = $1 and a.owner = $2
   group by a.asset_id
   order by a.asset_id`;

/** Balances in the assets that the customer has accounts in; null where the customer is not known. */
export async function customerBalances(
  database: Database,
  ledgerId: bigint,
  customer: string,
): Promise<{ readonly status: AccountStatus; readonly balances: CustomerBalance[] } | null> {
  const { rows } = await database.query<Row>(BALANCES, [ledgerId, customer]);
  if (rows.length === 0) return null;
  return {
    status: rows[0]?.status ?? 'ACTIVE',
    balances: rows.map((row) => ({
      assetId: row.asset_id,
      wallet: row.wallet,
      receivable: row.receivable,
      openSlips: row.open_slips,
      openTotal: row.open_total,
      creditLimit: row.credit_limit,
    })),
  };
}
