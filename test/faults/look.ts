/** What stands in the books of a service that was killed, and what is wrong with it. */
import { createPool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { violations } from '../support/truth.ts';
import type { Oracle, Row } from './oracle.ts';
import type { Service } from './service.ts';

type Pool = ReturnType<typeof createPool>;

/** What the books themselves show to be wrong, a line each. */
export const broken = (service: Service): Promise<string[]> => withBooks(service, (pool) => violations(pool, 1n));

/** Everything that was acknowledged with everything that is there, and what the service's own verification says. */
export async function compared(service: Service, oracle: Oracle): Promise<string[]> {
  const { rows, balances } = await withBooks(service, readBooks);
  const { sound, report } = await service.verify();
  return [...oracle.compare(rows, balances), ...(sound ? [] : [`pochi verify: ${report}`])];
}

export async function withBooks<T>(service: Service, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ url: await service.databaseUrl(), max: 2, log: createLog('error') });
  return work(pool).finally(() => pool.end());
}

export async function readBooks(pool: Pool): Promise<{ rows: Row[]; balances: Map<string, number> }> {
  const operations = await pool.query<Row & { at: Date }>(
    `select o.reference, o.operation, o.customer as user, o.id as transaction_id, e.amount::float8 as amount,
            e.balance_before::float8 as balance_before, e.balance_after::float8 as balance_after, b.recorded_at as at
       from operations o
       join blocks b on b.ledger_id = o.ledger_id and b.height = o.height
       join entries e on e.ledger_id = o.ledger_id and e.height = o.height and e.index = o.index
       join accounts a on a.ledger_id = e.ledger_id and a.id = e.account_id and a.kind = 'wallet' and a.owner = o.customer
      where o.ledger_id = 1`,
  );
  const wallets = await pool.query<{ owner: string; balance: number }>(
    `select a.owner, b.balance::float8 as balance
       from wallet_balances b join accounts a on a.ledger_id = b.ledger_id and a.id = b.account_id
      where b.ledger_id = 1 and a.kind = 'wallet'`,
  );
  return {
    rows: operations.rows.map(({ at, ...row }) => ({ ...row, created_at: at.toISOString() })),
    balances: new Map(wallets.rows.map(({ owner, balance }) => [owner, balance])),
  };
}
