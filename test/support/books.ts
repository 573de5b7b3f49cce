/** What books hold, for comparing two of them. */
import type { Pool } from '../../src/database/pool.ts';

const MAIN = 1n;

const BOOKS: Readonly<Record<string, string>> = {
  blocks: 'height',
  operations: 'height, index',
  entries: 'account_id, seq',
};

/** Higher than any block. */
export const EVERYTHING = '999999999';

/** What the main ledger holds up to a block, as a few words that are the same only where all of it is. */
export async function upTo(database: Pool, height: string): Promise<Record<string, string>> {
  const digests = Object.entries(BOOKS).map(async ([table, order]) => {
    const { rows } = await database.query<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' order by ${order}), '')) as digest
         from ${table} t where ledger_id = $1 and height <= $2`,
      [MAIN, height],
    );
    return [table, rows[0]?.digest ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

/** The references of all operations that have one. */
export async function references(database: Pool): Promise<Set<string>> {
  const { rows } = await database.query<{ reference: string }>(
    'select reference from operations where ledger_id = $1 and reference is not null',
    [MAIN],
  );
  return new Set(rows.map(({ reference }) => reference));
}
