import type { PoolClient } from 'pg';
import type { Pool } from './pool.ts';

/** Does this work in one transaction; nothing of it stays where it throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Whatever state the connection is in: its transaction ends with it.
    client.release(true);
    throw error;
  }
}
