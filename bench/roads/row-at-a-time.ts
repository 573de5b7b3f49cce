/**
 * Road (a): what the ledger-wallet document describes, written well: one SERIALIZABLE transaction an operation, the
 * wallets' rows locked FOR UPDATE in ascending order, a unique reference, two entries, stored balances; tried again on a
 * serialization failure or a deadlock.
 */
import pg from 'pg';
import { OPENING, type Order, WALLETS, type Workload } from '../workload.ts';

const SCHEMA = `
  create table rows_wallets (
    id integer primary key, account_type varchar(20) not null, user_id varchar(100) unique not null, display_name varchar(100)
  );
  create table rows_balances (
    wallet_id integer primary key references rows_wallets (id), balance bigint not null
  );
  create table rows_ledger_entries (
    id bigserial primary key, transaction_id uuid not null, wallet_id integer not null references rows_wallets (id),
    entry_type varchar(10) not null, amount bigint not null check (amount > 0), reference_id varchar(100) not null,
    created_at timestamptz not null default now()
  );
  create unique index on rows_ledger_entries (reference_id, wallet_id);
  create index on rows_ledger_entries (wallet_id);
  create index on rows_ledger_entries (transaction_id);
`;

const SYSTEM = { walletTopup: 1, walletBonus: 2, walletSpend: 3 } as const;

/**
 * Callers share a pool, as they would in a service. On three hot rows every further connection makes more transactions
 * fail and try again; with as many connections as callers the road comes to a standstill.
 */
export async function openRowRoad(url: string, connections: number) {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: '-c default_transaction_isolation=serializable',
  });
  pool.on('error', () => {});
  return { step: (workload: Workload) => () => record(pool, workload.next()), close: () => pool.end() };
}

export async function prepareRowRoad(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(SCHEMA);
  await client.query(
    `insert into rows_wallets select i, 'SYSTEM', 'system_' || i, null from generate_series(1, 3) i;
     insert into rows_wallets select i + 4, 'USER', 'user_' || lpad(i::text, 6, '0'), null
       from generate_series(0, ${WALLETS - 1}) i;
     insert into rows_balances select id, case when account_type = 'USER' then ${OPENING} else 0 end from rows_wallets;`,
  );
  await client.query('vacuum analyze');
  await client.end();
}

const RETRIES = 100;

async function record(pool: pg.Pool, order: Order): Promise<boolean> {
  const client = await pool.connect();
  try {
    for (let attempt = 0; attempt < RETRIES; attempt += 1) {
      try {
        return await attemptOnce(client, order);
      } catch (error) {
        await client.query('rollback');
        const { code } = error as { code?: string };
        if (code !== '40001' && code !== '40P01') throw error;
      }
    }
    return false;
  } finally {
    client.release();
  }
}

async function attemptOnce(client: pg.PoolClient, order: Order): Promise<boolean> {
  const system = SYSTEM[order.operation];
  await client.query('begin');
  const seen = await client.query({
    name: 'seen',
    text: 'select 1 from rows_ledger_entries where reference_id = $1',
    values: [order.reference],
  });
  if (seen.rowCount) {
    await client.query('commit');
    return true;
  }
  const wallet = await client.query({
    name: 'wallet',
    text: 'select id from rows_wallets where user_id = $1',
    values: [order.user],
  });
  const id: number = wallet.rows[0].id;
  const locked = await client.query({
    name: 'lock',
    text: 'select wallet_id, balance from rows_balances where wallet_id = any ($1) order by wallet_id for update',
    values: [[system, id]],
  });
  const balance = BigInt(locked.rows.find((row) => row.wallet_id === id).balance);
  const spends = order.operation === 'walletSpend';
  if (spends && balance < BigInt(order.amount)) {
    await client.query('rollback');
    return false;
  }
  const [debited, credited] = spends ? [id, system] : [system, id];
  await client.query({
    name: 'entries',
    text: `insert into rows_ledger_entries (transaction_id, wallet_id, entry_type, amount, reference_id)
           select t.id, e.wallet, e.type, $3, $4
             from (select gen_random_uuid() as id) t, (values ($1::int, 'DEBIT'), ($2::int, 'CREDIT')) e(wallet, type)`,
    values: [debited, credited, order.amount, order.reference],
  });
  await client.query({
    name: 'balances',
    text: `update rows_balances b set balance = b.balance + case when b.wallet_id = $2 then $3::bigint else -$3::bigint end
            where b.wallet_id in ($1, $2)`,
    values: [debited, credited, order.amount],
  });
  await client.query('commit');
  return true;
}
