/** A forger with all rights: after changing the books, makes every hash follow again, so that they prove themselves. */
import type { Pool } from '../../src/database/pool.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { blockHash, genesisHash, leafHash, merkleRoot } from '../../src/ledger/journal.ts';
import { GrowingTree } from '../../src/ledger/proof.ts';
import { leavesOf } from '../../src/queries/verify/journal-check.ts';
import { readBlock } from '../../src/queries/verify/journal-rows.ts';
import { ORIGIN, testKey } from './checkpoints.ts';

/**
 * Computes the journal of a ledger anew from its rows, and writes it: roots, hashes, the head, and what the database has of
 * checkpoints, signed with the true key, as somebody with the machine in their hands could.
 */
export async function rewriteHashes(owner: Pool, ledger: bigint): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    const { rows: heights } = await client.query<{ height: bigint }>(
      'select distinct height from operations where ledger_id = $1 order by height',
      [ledger],
    );
    await client.query('delete from blocks where ledger_id = $1 and height <> all ($2)', [
      ledger,
      heights.map(({ height }) => height),
    ]);
    const { rows: known } = await client.query<{ height: bigint }>(
      'select height from checkpoints where ledger_id = $1 order by height',
      [ledger],
    );
    await client.query('delete from checkpoints where ledger_id = $1', [ledger]);
    await client.query('delete from log_nodes where ledger_id = $1', [ledger]);
    const { rows: names } = await client.query<{ name: string }>('select name from ledgers where id = $1', [ledger]);
    const log = new GrowingTree();
    let previous = genesisHash(ledger);
    for (const { height } of heights) {
      const block = await readBlock(client as unknown as Pool, ledger, height);
      const leaves = block && leavesOf(block.lines);
      if (!block || !leaves) throw new Error(`there is no block ${height}`);
      const root = merkleRoot(leaves);
      const { recordedAt } = block;
      previous = blockHash(previous, { ledgerId: ledger, height, recordedAt, operations: leaves.length, root });
      await client.query(
        'update blocks set operations = $3, root = $4, hash = $5 where ledger_id = $1 and height = $2',
        [ledger, height, leaves.length, root, previous],
      );
      log.add(leafHash(previous));
      if (!known.some((one) => one.height === height)) continue;
      const key = testKey();
      const note = signCheckpoint(`${ORIGIN}/${names[0]?.name}`, height, log.root(), key);
      await client.query(
        'insert into checkpoints (ledger_id, height, root, note, public_key) values ($1, $2, $3, $4, $5)',
        [ledger, height, log.root(), note, key.publicKey],
      );
    }
    await client.query(
      `update ledger_heads h set height = b.height, hash = b.hash, recorded_at = b.recorded_at
         from (select * from blocks where ledger_id = $1 order by height desc limit 1) b where h.ledger_id = $1`,
      [ledger],
    );
    await client.query('commit');
  } finally {
    client.release(true);
  }
}
