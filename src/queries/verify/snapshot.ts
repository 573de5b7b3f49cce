/** Several connections that see the same moment of the database, and can change nothing. */
import type { Pool, PoolClient } from 'pg';

// Checks sort and group whole tables. What does not fit goes to disk, as ever.
const SETTINGS = ['work_mem = "128MB"', 'jit = off', 'max_parallel_workers_per_gather = 0', 'statement_timeout = 0'];

/** Runs `work` on `count` connections in one snapshot. Compiled and parallel plans only get in each other's way there. */
export async function inSnapshot<T>(
  pool: Pool,
  count: number,
  work: (clients: readonly PoolClient[]) => Promise<T>,
): Promise<T> {
  const clients: PoolClient[] = [];
  try {
    let snapshot: string | null = null;
    while (clients.length < count) {
      const client: PoolClient = await pool.connect();
      clients.push(client);
      await client.query('begin isolation level repeatable read read only');
      if (snapshot === null) snapshot = await exportSnapshot(client);
      else await client.query(`set transaction snapshot '${snapshot}'`);
      await client.query(SETTINGS.map((setting) => `set local ${setting}`).join(';'));
    }
    return await work(clients);
  } finally {
    // There is nothing to commit, and whatever still runs on them is of no use any more.
    for (const client of clients) client.release(true);
  }
}

async function exportSnapshot(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
  return (rows[0] as { id: string }).id;
}
