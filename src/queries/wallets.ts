/** Wallets by their numbers, and what happened in them. A wallet is a customer's `wallet` account in one asset. */

import type { EntryType } from '../ledger/posting.ts';
import type { JournalPlace } from '../ledger/transaction-number.ts';
import type { JsonObject } from '../wallet/operation.ts';
import type { Database } from './database.ts';

export interface Wallet {
  readonly id: bigint;
  readonly customer: string;
  readonly assetId: number;
  /** Minor units. */
  readonly balance: bigint;
  /** How many entries it has. */
  readonly seq: bigint;
}

interface WalletRow {
  id: bigint;
  owner: string;
  asset_id: number;
  balance: bigint;
  seq: bigint;
}

const WALLET = `
  select a.id, a.owner, a.asset_id, b.balance, b.seq
    from accounts a
    join wallet_balances b on b.ledger_id = $1 and b.account_id = a.id
   where a.ledger_id = $1 and a.kind = 'wallet'`;

async function one(database: Database, condition: string, values: readonly unknown[]): Promise<Wallet | null> {
  const { rows } = await database.query<WalletRow>(`${WALLET} and ${condition}`, values);
  const [row] = rows;
  return row ? { id: row.id, customer: row.owner, assetId: row.asset_id, balance: row.balance, seq: row.seq } : null;
}

export const walletById = (database: Database, ledgerId: bigint, id: bigint): Promise<Wallet | null> =>
  one(database, 'a.id = $2', [ledgerId, id]);

export const walletOf = (
  database: Database,
  ledgerId: bigint,
  customer: string,
  assetId: number,
): Promise<Wallet | null> => one(database, 'a.owner = $2 and a.asset_id = $3', [ledgerId, customer, assetId]);

export interface WalletEntry extends JournalPlace {
  /** Id of the transaction. */
  readonly transactionId: string;
  readonly seq: bigint;
  readonly type: EntryType;
  /** Minor units, as are the balances. */
  readonly amount: bigint;
  readonly balanceBefore: bigint;
  readonly balanceAfter: bigint;
  readonly data: JsonObject;
  readonly recordedAt: Date;
}

interface EntryRow {
  id: string;
  height: bigint;
  index: number;
  seq: bigint;
  type: EntryType;
  amount: bigint;
  balance_before: bigint;
  balance_after: bigint;
  data: JsonObject | null;
  recorded_at: Date;
}

const ENTRIES = `
  select o.id, e.height, e.index, e.seq, e.type, e.amount, e.balance_before, e.balance_after, o.data, b.recorded_at
    from entries e
    join operations o on o.ledger_id = $1 and o.height = e.height and o.index = e.index
    join blocks b on b.ledger_id = $1 and b.height = e.height
   where e.ledger_id = $1 and e.account_id = $2`;

const toEntry = (row: EntryRow): WalletEntry => ({
  transactionId: row.id,
  height: row.height,
  index: row.index,
  seq: row.seq,
  type: row.type,
  amount: row.amount,
  balanceBefore: row.balance_before,
  balanceAfter: row.balance_after,
  data: row.data ?? {},
  recordedAt: row.recorded_at,
});

/** A wallet's entries, newest first, from those with a smaller running number than `before`. */
export async function walletEntries(
  database: Database,
  ledgerId: bigint,
  walletId: bigint,
  { before, limit }: { readonly before: bigint; readonly limit: number },
): Promise<WalletEntry[]> {
  // Running numbers have no gaps, so that both ends of the page are known before anything is read.
  const { rows } = await database.query<EntryRow>(
    `${ENTRIES} and e.seq < $3 and e.seq >= $3 - $4::bigint order by e.seq desc`,
    [ledgerId, walletId, before, limit],
  );
  return rows.map(toEntry);
}

/** The entries of one transaction in a wallet, newest first; none where the transaction has none there. */
export async function walletEntriesAt(
  database: Database,
  ledgerId: bigint,
  walletId: bigint,
  { height, index }: JournalPlace,
): Promise<WalletEntry[]> {
  const { rows } = await database.query<EntryRow>(`${ENTRIES} and e.height = $3 and e.index = $4 order by e.seq desc`, [
    ledgerId,
    walletId,
    height,
    index,
  ]);
  return rows.map(toEntry);
}
