/** Puts together what proof-check.ts checks. */
import type { Pool } from '../../database/pool.ts';
import { canonicalLine, genesisHash } from '../../ledger/journal.ts';
import { consistencyRanges, inclusionPath, inclusionRanges } from '../../ledger/proof.ts';
import type { ConsistencyProof, TransactionProof } from '../../ledger/proof-check.ts';
import type { StoredCheckpoint } from '../../queries/checkpoints.ts';
import type { Database } from '../../queries/database.ts';
import type { Place } from '../../queries/feed.ts';
import { LogBroken, rangeHashes } from '../../queries/log-tree.ts';
import { leavesOf } from '../../queries/verify/journal-check.ts';
import { readBlock } from '../../queries/verify/journal-rows.ts';

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

/**
 * The proof of the operation at this place, up to a checkpoint that `covering` gives for its block. It is made from the rows as they are: where somebody changed them, it does
 * not hold, and whoever checks it sees that. Throws LogBroken where none can be made.
 */
export async function transactionProof(
  database: Pool,
  ledgerId: bigint,
  { height, index }: Place,
  covering: () => Promise<StoredCheckpoint>,
): Promise<TransactionProof> {
  const block = await readBlock(database, ledgerId, height);
  const line = block?.lines[index];
  const leaves = block ? leavesOf(block.lines) : null;
  if (!block || !line || !leaves) throw new LogBroken();
  const { height: size, note } = await covering();
  const ranges = inclusionRanges(Number(height) - 1, Number(size));
  return {
    transaction_id: line.id,
    operation: canonicalLine(line),
    leaf: { index, path: hex(inclusionPath(leaves, index)) },
    block: {
      ledger_id: ledgerId.toString(),
      height: Number(height),
      recorded_at: block.recordedAt.toISOString(),
      operations: block.operations,
      previous_hash: (await hashBefore(database, ledgerId, height)).toString('hex'),
    },
    log: { path: hex(await rangeHashes(database, ledgerId, ranges)) },
    checkpoint: note,
  };
}

async function hashBefore(database: Pool, ledgerId: bigint, height: bigint): Promise<Buffer> {
  if (height === 1n) return genesisHash(ledgerId);
  const { rows } = await database.query<{ hash: Buffer }>(
    'select hash from blocks where ledger_id = $1 and height = $2',
    [ledgerId, height - 1n],
  );
  if (!rows[0]) throw new LogBroken();
  return rows[0].hash;
}

/** The proof that the log of `to` blocks begins with that of `from` blocks, 0 < from <= to. Throws LogBroken. */
export async function consistencyProof(
  database: Database,
  ledgerId: bigint,
  from: number,
  to: number,
): Promise<ConsistencyProof> {
  return { from, to, path: hex(await rangeHashes(database, ledgerId, consistencyRanges(from, to))) };
}
