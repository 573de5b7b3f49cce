/**
 * Proofs over the two kinds of trees, as RFC 6962 defines them: the tree of a block, whose leaves are its operations, and
 * the log of a ledger, whose leaves are the hashes of its blocks. Here it is said which hashes a proof consists of; who
 * has them joins them. proof-check.ts checks what comes of it.
 */
import { merkleRoot, nodeHash } from './journal.ts';

/** The leaves from `from` on, before `to`, counted from 0. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A subtree with 2^level leaves: the `index`th of that size. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The largest power of two below n: where a tree of n leaves is split. */
function splitOf(n: number): number {
  let left = 1;
  while (left * 2 < n) left *= 2;
  return left;
}

/** RFC 6962 section 2.1.1: whose hashes lead from a leaf to the root, from the leaf's neighbour upwards. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** RFC 6962 section 2.1.2: whose hashes show that the tree of `size` leaves begins with that of `old` leaves, 0 < old. */
export function consistencyRanges(old: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (old < to) {
    const middle = from + splitOf(to - from);
    if (old <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // Whoever checks knows the old root; where that is not a part of the new tree by itself, they need this part too.
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}

/** The whole subtrees that make up a range which is itself a part of a tree, from left to right: large ones first. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let at = from;
  while (at < to) {
    const room = splitOf(to - at + 1);
    subtrees.push({ level: Math.log2(room), index: at / room });
    at += room;
  }
  return subtrees;
}

/** The hash of a range from those of its whole subtrees. */
export function joinSubtrees(hashes: readonly Buffer[]): Buffer {
  const [last, ...before] = hashes.toReversed();
  if (!last) throw new Error('a range has at least one leaf');
  return before.reduce((right, left) => nodeHash(left, right), last);
}

/** The path of a leaf in a tree whose leaves are all at hand. */
export const inclusionPath = (leaves: readonly Buffer[], index: number): Buffer[] =>
  inclusionRanges(index, leaves.length).map(({ from, to }) => merkleRoot(leaves.slice(from, to)));

/** The root of a tree that grows leaf by leaf, in the room of its depth. */
export class GrowingTree {
  size = 0;
  /** Hashes of whole subtrees, from left to right. */
  readonly #subtrees: Buffer[] = [];

  add(leaf: Buffer): void {
    let hash = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2)
      hash = nodeHash(this.#subtrees.pop() as Buffer, hash);
    this.#subtrees.push(hash);
    this.size += 1;
  }

  /** Throws where there is no leaf. */
  root(): Buffer {
    return joinSubtrees(this.#subtrees);
  }
}
