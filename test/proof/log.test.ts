/** The log of a ledger, as long as it may be: hashes of subtrees are kept, and proofs take few of them. */
import { randomBytes } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { consistencyProof } from '../../src/faces/checkpoints/prove.ts';
import { leafHash, merkleRoot } from '../../src/ledger/journal.ts';
import { inclusionRanges } from '../../src/ledger/proof.ts';
import { checkConsistency } from '../../src/ledger/proof-check.ts';
import type { Database } from '../../src/queries/database.ts';
import { extendLog, logRoot, rangeHashes } from '../../src/queries/log-tree.ts';
import { verifyLedger } from '../../src/queries/verify/verify.ts';
import { createTestDatabase } from '../support/database.ts';
import { createLedger } from '../support/engine.ts';

const database = await createTestDatabase();
afterAll(() => database.drop());

/** So many blocks with any hashes: the log asks no more of them. */
async function blocksOf(count: number): Promise<{ ledger: bigint; leaves: Buffer[] }> {
  const ledger = await createLedger(database.owner);
  const hashes = Array.from({ length: count }, () => randomBytes(32));
  await database.owner.query(
    `insert into blocks (ledger_id, height, recorded_at, operations, root, hash)
     select $1, h.height, 'epoch', 1, h.hash, h.hash from unnest($2::bytea[]) with ordinality as h(hash, height)`,
    [ledger, hashes],
  );
  return { ledger, leaves: hashes.map(leafHash) };
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

/** A database that counts the rows that it gives. */
function counting(): Database & { rows: number } {
  const counted = {
    rows: 0,
    query: async (statement: string, values?: readonly unknown[]) => {
      const result = await database.app.query(statement, values as unknown[]);
      counted.rows += result.rows.length;
      return result;
    },
  };
  return counted as unknown as Database & { rows: number };
}

const SIZE = 70_000;

test('a log of 70,000 blocks has the roots, paths and consistency proofs of RFC 6962, out of a few hundred hashes each', {
  timeout: 120_000,
}, async () => {
  const { ledger, leaves } = await blocksOf(SIZE);
  await extendLog(database.app, ledger, BigInt(SIZE));
  const rootAt = (size: number) => merkleRoot(leaves.slice(0, size)).toString('hex');
  for (const size of [1, 255, 256, 257, 65_535, 65_536, 65_537, SIZE]) {
    expect((await logRoot(database.app, ledger, BigInt(size))).toString('hex')).toBe(rootAt(size));
  }
  for (const index of [0, 256, 65_535, SIZE - 1]) {
    const counted = counting();
    const ranges = inclusionRanges(index, SIZE);
    const path = await rangeHashes(counted, ledger, ranges);
    expect(hex(path)).toEqual(hex(ranges.map(({ from, to }) => merkleRoot(leaves.slice(from, to)))));
    expect(path.length).toBeLessThanOrEqual(17);
    expect(counted.rows).toBeLessThan(2 * 3 * 256);
  }
  for (const from of [1, 65_536, 66_001]) {
    const proof = await consistencyProof(database.app, ledger, from, SIZE);
    const at = (size: number) => ({ origin: 'o', size, root: rootAt(size) });
    expect((await checkConsistency(proof, at(from), at(SIZE))).valid).toBe(true);
  }
});

test('it is extended piece by piece to the same hashes, also by two at once', async () => {
  const { ledger } = await blocksOf(3_000);
  const once = await blocksOf(0);
  await database.owner.query(
    'insert into blocks select $1, height, recorded_at, operations, root, hash from blocks where ledger_id = $2',
    [once.ledger, ledger],
  );
  await extendLog(database.app, once.ledger, 3_000n);
  for (const size of [255n, 256n, 300n, 1_000n]) await extendLog(database.app, ledger, size);
  await Promise.all([extendLog(database.app, ledger, 3_000n), extendLog(database.app, ledger, 3_000n)]);
  const nodes = (of: bigint) =>
    database.app.query('select level, index, hash from log_nodes where ledger_id = $1 order by level, index', [of]);
  expect((await nodes(ledger)).rows).toEqual((await nodes(once.ledger)).rows);
  expect((await nodes(ledger)).rows).toHaveLength(11);
});

test.each([
  ['was changed', 'update log_nodes set hash = sha256(hash)', 'node 8.1 is not the hash of its blocks'],
  ['is gone', 'delete from log_nodes', 'node 8.1 is not there'],
])('a node that %s is named by the verification', async (_what, sql, named) => {
  const { ledger } = await blocksOf(1_000);
  await extendLog(database.app, ledger, 1_000n);
  const found = async () => {
    const { checks } = await verifyLedger(database.app, ledger);
    const { violations } = checks.find(({ name }) => name === 'log-nodes-follow') ?? { violations: [] };
    return violations.map(({ subject, problem }) => `${subject} ${problem}`);
  };
  expect(await found()).toEqual([]);
  const client = await database.owner.connect();
  await client.query('set session_replication_role = replica');
  await client.query(`${sql} where ledger_id = $1 and index = 1`, [ledger]);
  client.release(true);
  expect(await found()).toEqual([named]);
});

test('it is broken where a block is gone', async () => {
  const { ledger } = await blocksOf(20);
  const client = await database.owner.connect();
  await client.query('set session_replication_role = replica');
  await client.query('delete from blocks where ledger_id = $1 and height = 7', [ledger]);
  client.release(true);
  await expect(logRoot(database.app, ledger, 20n)).rejects.toThrow('the log is not complete');
});
