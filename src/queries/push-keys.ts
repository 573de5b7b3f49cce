import type { Database } from './database.ts';

/**
 * The private key that signs a ledger's push messages: the one that is kept, or `fresh` from now on where there is none.
 * Of several that ask at once, all get the same.
 */
export async function keptPushKey(database: Database, ledgerId: bigint, fresh: () => Buffer): Promise<Buffer> {
  const kept = await pushKey(database, ledgerId);
  if (kept) return kept;
  await database.query('insert into push_keys (ledger_id, private_key) values ($1, $2) on conflict do nothing', [
    ledgerId,
    fresh(),
  ]);
  const made = await pushKey(database, ledgerId);
  if (!made) throw new Error(`the push key of ledger ${ledgerId} was not kept`);
  return made;
}

async function pushKey(database: Database, ledgerId: bigint): Promise<Buffer | null> {
  const { rows } = await database.query<{ private_key: Buffer }>(
    'select private_key from push_keys where ledger_id = $1',
    [ledgerId],
  );
  return rows[0]?.private_key ?? null;
}
