/** What customers hold, as of the last commit. */
import type { Database } from './database.ts';

/** The balance of a customer's wallet in one asset: 0 where there is none, null where the customer is not known. */
export async function walletBalance(
  database: Database,
  ledgerId: bigint,
  customer: string,
  assetId: number,
): Promise<bigint | null> {
  const { rows } = await database.query<{ known: boolean; balance: bigint | null }>(
    `select exists (select from accounts where ledger_id = $1 and owner = $2) as known,
            (select b.balance
               from accounts a
               join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
              where a.ledger_id = $1 and a.owner = $2 and a.asset_id = $3 and a.kind = 'wallet') as balance`,
    [ledgerId, customer, assetId],
  );
  const [row] = rows;
  return row?.known ? (row.balance ?? 0n) : null;
}

export interface WalletAccount {
  readonly id: bigint;
  readonly assetId: number;
  readonly balance: bigint;
  /** How many entries the account has. */
  readonly seq: bigint;
}

/** All wallet accounts of a customer, by asset; null where the customer is not known. */
export async function walletAccounts(
  database: Database,
  ledgerId: bigint,
  customer: string,
): Promise<WalletAccount[] | null> {
  const { rows } = await database.query<{ id: bigint; asset_id: number; kind: string; balance: bigint; seq: bigint }>(
    `select a.id, a.asset_id, a.kind, b.balance, b.seq
       from accounts a
       join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
      where a.ledger_id = $1 and a.owner = $2
      order by a.asset_id`,
    [ledgerId, customer],
  );
  if (rows.length === 0) return null;
  return rows
    .filter((row) => row.kind === 'wallet')
    .map(({ id, asset_id, balance, seq }) => ({ id, assetId: asset_id, balance, seq }));
}
