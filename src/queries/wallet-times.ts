import type { Database } from './database.ts';

export interface WalletTimes {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** When a wallet was opened, and when its balance changed last. `seq` is how many entries it has. */
export async function walletTimes(
  database: Database,
  ledgerId: bigint,
  wallet: { readonly id: bigint; readonly customer: string; readonly asset: string; readonly seq: bigint },
): Promise<WalletTimes> {
  const { rows } = await database.query<{ created: Date | null; first: Date | null; last: Date | null }>(
    `select (select min(b.recorded_at)
               from operations o
               join blocks b on b.ledger_id = $1 and b.height = o.height
              where o.ledger_id = $1 and o.customer = $2 and o.operation = 'walletCreate' and o.data ->> 'asset' = $3) as created,
            (select b.recorded_at
               from entries e
               join blocks b on b.ledger_id = $1 and b.height = e.height
              where e.ledger_id = $1 and e.account_id = $4 and e.seq = 1) as first,
            (select b.recorded_at
               from entries e
               join blocks b on b.ledger_id = $1 and b.height = e.height
              where e.ledger_id = $1 and e.account_id = $4 and e.seq = $5) as last`,
    [ledgerId, wallet.customer, wallet.asset, wallet.id, wallet.seq],
  );
  const [row] = rows;
  const createdAt = row?.created ?? row?.first;
  if (!createdAt) throw new Error(`nobody has opened wallet ${wallet.id}`);
  return { createdAt, updatedAt: row?.last ?? createdAt };
}
