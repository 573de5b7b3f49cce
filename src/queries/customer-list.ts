/** Every customer with a profile, page by page, and what each holds and owes: for a till that works without a network. */
import type { AccountStatus } from './customer-balances.ts';
import type { Database } from './database.ts';

export interface ListedCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly phone_number: string | null;
  readonly customer_code: string | null;
  readonly status: AccountStatus;
}

export interface ListedBalance {
  readonly customer: string;
  readonly assetId: number;
  /** Balance of the wallet account, in minor units. */
  readonly wallet: bigint;
  /** Balance of the receivable account: zero or less. */
  readonly receivable: bigint;
}

/** Customers in the order of their ids, from the one behind `after`. Deleted and erased ones are left out. */
export async function listCustomers(
  database: Database,
  ledgerId: bigint,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ListedCustomer[]> {
  const { rows } = await database.query<ListedCustomer>(
    `select p.id, p.name, p.nickname, p.phone_number, p.customer_code, coalesce(c.status, 'ACTIVE') as status
       from customer_profiles p
       left join customers c on c.ledger_id = $1 and c.id = p.id
      where p.ledger_id = $1 and ($2::text is null or p.id > $2) and p.deleted_at is null and not p.erased
      order by p.id
      limit $3`,
    [ledgerId, after, limit],
  );
  return rows;
}

/** What these customers hold and owe, in the assets that they have accounts in. */
export async function balancesOfCustomers(
  database: Database,
  ledgerId: bigint,
  customers: readonly string[],
): Promise<ListedBalance[]> {
  const { rows } = await database.query<{ customer: string; asset_id: number; wallet: bigint; receivable: bigint }>(
    `select a.owner as customer, a.asset_id,
            coalesce(sum(b.balance) filter (where a.kind = 'wallet'), 0)::bigint as wallet,
            coalesce(sum(b.balance) filter (where a.kind = 'receivable'), 0)::bigint as receivable
       from accounts a
       join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
      where a.ledger_id = $1 and a.owner = any ($2::text[])
      group by a.owner, a.asset_id
      order by a.owner, a.asset_id`,
    [ledgerId, customers],
  );
  return rows.map(({ asset_id, ...row }) => ({ ...row, assetId: asset_id }));
}
