/** Signed checkpoints of the ledgers' logs, and the keys that they were ever signed with. */
import type { Database } from './database.ts';

export interface StoredCheckpoint {
  readonly height: bigint;
  readonly root: Buffer;
  /** The signed note, to the letter. */
  readonly note: string;
  readonly publicKey: Buffer;
  readonly signedAt: Date;
}

const COLUMNS = 'height, root, note, public_key as "publicKey", signed_at as "signedAt"';

/** The newest, or null before the first. */
export async function latestCheckpoint(database: Database, ledgerId: bigint): Promise<StoredCheckpoint | null> {
  const [latest] = await listCheckpoints(database, ledgerId, null, 1);
  return latest ?? null;
}

/** At most `limit` of them, newest first; with `before`, those of lower heights. */
export async function listCheckpoints(
  database: Database,
  ledgerId: bigint,
  before: bigint | null,
  limit: number,
): Promise<StoredCheckpoint[]> {
  const { rows } = await database.query<StoredCheckpoint>(
    `select ${COLUMNS} from checkpoints
      where ledger_id = $1 and ($2::bigint is null or height < $2) order by height desc limit $3`,
    [ledgerId, before, limit],
  );
  return rows;
}

/** Those that cover a block, the first of them; null where there is none yet. */
export async function checkpointCovering(
  database: Database,
  ledgerId: bigint,
  height: bigint,
): Promise<StoredCheckpoint | null> {
  const { rows } = await database.query<StoredCheckpoint>(
    `select ${COLUMNS} from checkpoints where ledger_id = $1 and height >= $2 order by height limit 1`,
    [ledgerId, height],
  );
  return rows[0] ?? null;
}

/** Adds one; where another instance was first, theirs stays: the log was the same. */
export async function addCheckpoint(
  database: Database,
  ledgerId: bigint,
  { height, root, note, publicKey }: Omit<StoredCheckpoint, 'signedAt'>,
): Promise<void> {
  await database.query(
    `insert into checkpoints (ledger_id, height, root, note, public_key) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [ledgerId, height, root, note, publicKey],
  );
}

export interface KnownKey {
  readonly publicKey: Buffer;
  readonly addedAt: Date;
}

/** All keys, oldest first. */
export async function checkpointKeys(database: Database): Promise<KnownKey[]> {
  const { rows } = await database.query<KnownKey>(
    'select public_key as "publicKey", added_at as "addedAt" from checkpoint_keys order by added_at, public_key',
  );
  return rows;
}

/** Makes a key known, for ever. */
export async function addCheckpointKey(database: Database, publicKey: Buffer): Promise<void> {
  await database.query('insert into checkpoint_keys (public_key) values ($1) on conflict do nothing', [publicKey]);
}

/** Ledgers with blocks that no checkpoint covers yet. */
export async function uncoveredLedgers(
  database: Database,
): Promise<{ readonly ledgerId: bigint; readonly ledger: string }[]> {
  const { rows } = await database.query<{ ledgerId: bigint; ledger: string }>(
    `select l.id as "ledgerId", l.name as ledger
       from ledgers l
       join ledger_heads h on h.ledger_id = l.id
      where h.height > coalesce((select max(height) from checkpoints c where c.ledger_id = l.id), 0)
      order by l.id`,
  );
  return rows;
}
