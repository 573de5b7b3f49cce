/**
 * The journal: what of an operation is hashed, how the hashes of a commit become one Merkle root (RFC 6962), and how
 * each block's hash covers the one before it. Running numbers and balances are not hashed: they follow from the order
 * of the entries, which is.
 */
import { hash } from 'node:crypto';
import { accountKey } from './account.ts';
import type { Posting } from './posting.ts';

export interface JournalLine {
  readonly ledgerId: bigint;
  readonly id: string;
  readonly operation: string;
  readonly callerId: string;
  readonly customer: string | null;
  readonly reference: string | null;
  readonly reverses: string | null;
  readonly occurredAt: Date | null;
  /** The text of the operation's data, as it is stored. */
  readonly data: string | null;
  readonly postings: readonly Posting[];
}

const HASH = 'sha256';
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/**
 * The bytes of an operation that its leaf hash covers: a JSON array of texts, so that there is one way to write them.
 * Accounts stand by owner, asset and kind, never by number.
 * Entries stand in the order of their accounts, and on one account in the order in which they were posted, so that the
 * same bytes come out of the books again.
 */
export function canonicalLine(line: JournalLine): string {
  const entries = line.postings
    .toSorted(byAccount)
    .map((posting) => [
      posting.account.owner,
      posting.account.asset,
      posting.account.kind,
      posting.direction,
      posting.amount.toString(),
      posting.type,
    ]);
  return JSON.stringify([
    'pochi/1',
    line.ledgerId.toString(),
    line.id,
    line.operation,
    line.callerId,
    line.customer,
    line.reference,
    line.reverses,
    line.occurredAt?.toISOString() ?? null,
    line.data,
    entries,
  ]);
}

function byAccount(a: Posting, b: Posting): number {
  const [left, right] = [accountKey(a.account), accountKey(b.account)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The hash of a leaf: a line of the journal, or in the log the hash of a block. */
export const leafHash = (canonical: string | Buffer): Buffer =>
  hash(HASH, Buffer.concat([LEAF, Buffer.from(canonical as string)]), 'buffer');

/** The hash of an inner node of a tree, from those of its two parts. */
export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  hash(HASH, Buffer.concat([NODE, left, right]), 'buffer');

/** RFC 6962 section 2.1: the tree's left part has the largest power of two of leaves that is smaller than all of them. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  // Pairing neighbours level by level, an odd last one passed up as it is, gives the same tree.
  let level = leaves;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i] as Buffer, level[i + 1]];
      above.push(right ? nodeHash(left, right) : left);
    }
    level = above;
  }
  const [root] = level;
  if (!root) throw new Error('a block has at least one operation');
  return root;
}

/** The hash that stands before the first block: it names the ledger, so that two ledgers never share a block. */
export const genesisHash = (ledgerId: bigint): Buffer => hash(HASH, `pochi ledger ${ledgerId}`, 'buffer');

export interface Block {
  readonly ledgerId: bigint;
  readonly height: bigint;
  readonly recordedAt: Date;
  readonly operations: number;
  readonly root: Buffer;
}

/** What ledger_commit computes in SQL: SHA-256 over the previous hash, the root, ledger, height, milliseconds and count. */
export function blockHash(previous: Buffer, block: Block): Buffer {
  const fields = Buffer.alloc(28);
  fields.writeBigInt64BE(block.ledgerId, 0);
  fields.writeBigInt64BE(block.height, 8);
  fields.writeBigInt64BE(BigInt(block.recordedAt.getTime()), 16);
  fields.writeInt32BE(block.operations, 24);
  return hash(HASH, Buffer.concat([previous, block.root, fields]), 'buffer');
}
