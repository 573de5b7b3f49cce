/** How many rows the checks look at, so that "sound" can't be taken for more than it is. */
import type { ClientBase } from 'pg';

const TABLES = [
  'blocks',
  'accounts',
  'wallet_balances',
  'callers',
  'operations',
  'entries',
  'slips',
  'slip_lines',
  'payments',
  'payment_tenders',
  'allocations',
  'payment_records',
] as const;

export type Sizes = Readonly<Record<(typeof TABLES)[number], number>>;

/** Counts the rows of one ledger. */
export async function countRows(client: ClientBase, ledgerId: bigint): Promise<Sizes> {
  const counts = TABLES.map(
    (table) => `(select count(*) from ${table} where ledger_id = $1)::double precision as ${table}`,
  );
  const { rows } = await client.query<Sizes>(`select ${counts.join()}`, [ledgerId]);
  return rows[0] as Sizes;
}

/** The rows of all tables that a query reads, each counted once. */
export function rowsRead(sql: string, sizes: Sizes): number {
  const read = TABLES.filter((table) => new RegExp(`\\b(?:from|join) ${table}\\b`).test(sql));
  return read.reduce((sum, table) => sum + sizes[table], 0);
}
