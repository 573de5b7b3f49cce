/** Several connections that see the same moment of the database, and can change nothing. */
import type { Pool, PoolClient } from 'pg';

/** Settings for one of the connections, such as `enable_nestloop = off`. */
export type Settings = readonly string[];

// Compiled and parallel plans of one connection only get in the way of the others.
const ALL: Settings = ['statement_timeout = 0', 'jit = off', 'max_parallel_workers_per_gather = 0'];

/** Runs `work` on as many connections as there are `settings`, all in one snapshot. */
export async function inSnapshot<const Each extends readonly Settings[], T>(
  pool: Pool,
  settings: Each,
  work: (clients: { readonly [Place in keyof Each]: PoolClient }) => Promise<T>,
): Promise<T> {
  const clients: PoolClient[] = [];
  try {
    let snapshot: string | null = null;
    for (const own of settings) {
      const client: PoolClient = await pool.connect();
      clients.push(client);
      await client.query('begin isolation level repeatable read read only');
      if (snapshot === null) snapshot = await exportSnapshot(client);
      else await client.query(`set transaction snapshot '${snapshot}'`);
      await client.query([...ALL, ...own].map((setting) => `set local ${setting}`).join(';'));
    }
    return await work(clients as { readonly [Place in keyof Each]: PoolClient });
  } finally {
    // There is nothing to commit, and whatever still runs on them is of no use any more.
    for (const client of clients) client.release(true);
  }
}

async function exportSnapshot(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
  return (rows[0] as { id: string }).id;
}
