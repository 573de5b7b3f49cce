import type { CreditLimit } from '../wallet/credit-limit.ts';
import type { Database } from './database.ts';

/** The limits that were set for a customer, or for EVERYBODY, by asset; those of everybody are not among a customer's. */
export async function creditLimitsOf(database: Database, ledgerId: bigint, customer: string): Promise<CreditLimit[]> {
  const { rows } = await database.query<{ asset: string; amount: bigint | null }>(
    `select s.code as asset, l.amount
       from credit_limits l
       join assets s on s.id = l.asset_id
      where l.ledger_id = $1 and l.customer = $2
      order by s.id`,
    [ledgerId, customer],
  );
  return rows.map(({ asset, amount }) => ({ customer, asset, amount }));
}
