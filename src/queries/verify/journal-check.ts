/** Hashes the journal anew from the rows of the books, and compares it with what was written block by block. */
import { blockHash, canonicalLine, genesisHash, type JournalLine, leafHash, merkleRoot } from '../../ledger/journal.ts';
import type { RecordedBlock } from './journal-rows.ts';
import type { Findings } from './report.ts';

/** Follows the chain of one ledger; each block is compared on its own, so that the wrong ones are named and no others. */
export class JournalCheck {
  operations = 0n;
  readonly #ledgerId: bigint;
  readonly #findings: Findings;
  #previous: Buffer;

  constructor(ledgerId: bigint, findings: Findings) {
    this.#ledgerId = ledgerId;
    this.#findings = findings;
    this.#previous = genesisHash(ledgerId);
  }

  add(block: RecordedBlock): void {
    const subject = `block ${block.height}`;
    this.operations += BigInt(block.lines.length);
    if (rootOf(block.lines) !== block.root) {
      this.#findings.add(
        subject,
        'its operations and entries are not those that were recorded: the Merkle root is another',
      );
    }
    if (this.#hashOf(block) !== block.hash) {
      this.#findings.add(subject, 'its hash does not follow from its fields and the block before it');
    }
    this.#previous = Buffer.from(block.hash, 'hex');
  }

  #hashOf(block: RecordedBlock): string | null {
    if (!isWhole(block.recordedAt)) return null;
    const { height, recordedAt, operations } = block;
    const root = Buffer.from(block.root, 'hex');
    return blockHash(this.#previous, { ledgerId: this.#ledgerId, height, recordedAt, operations, root }).toString(
      'hex',
    );
  }
}

/** The leaves of a block's tree; null where there are none, because something in it cannot be hashed. */
export function leavesOf(lines: readonly JournalLine[]): Buffer[] | null {
  if (lines.length === 0 || lines.some(({ occurredAt }) => occurredAt !== null && !isWhole(occurredAt))) return null;
  return lines.map((line) => leafHash(canonicalLine(line)));
}

function rootOf(lines: readonly JournalLine[]): string | null {
  const leaves = leavesOf(lines);
  return leaves && merkleRoot(leaves).toString('hex');
}

const isWhole = (time: Date): boolean => Number.isInteger(time.getTime());
