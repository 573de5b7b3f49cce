/** The naive merge: every entry that a customer has in one asset, read whole and sorted, newest first. */
import type { Pool } from '../../src/database/pool.ts';

export async function wholeHistory(
  database: Pool,
  ledgerId: bigint,
  customer: string,
  assetId: number,
): Promise<string[]> {
  const { rows } = await database.query<{ place: string }>(
    `select a.kind || ' ' || e.seq as place
       from entries e
       join accounts a on a.ledger_id = $1 and a.id = e.account_id
      where e.ledger_id = $1 and a.owner = $2 and a.asset_id = $3 and a.kind in ('wallet', 'receivable')
      order by e.height desc, e.index desc, a.kind, e.seq desc`,
    [ledgerId, customer, assetId],
  );
  return rows.map(({ place }) => place);
}
