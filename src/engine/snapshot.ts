import type { Pool } from 'pg';
import type { Database } from '../queries/database.ts';

/** Runs reads that belong together over one state of the books. */
export async function inSnapshot<T>(pool: Pool, read: (database: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await read(client as Database);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
