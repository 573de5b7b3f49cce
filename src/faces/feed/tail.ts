import type { Database } from '../../queries/database.ts';
import { type FeedPage, operationsFrom, type Place } from '../../queries/feed.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { LowestAsked } from './lowest-asked.ts';

/** So many operations are kept at most; and for so many milliseconds, or for as long as a reader is further behind. */
export interface TailLimits {
  readonly operations: number;
  readonly ms: number;
}

interface KeptBlock {
  readonly operations: readonly OperationRecord[];
  readonly since: number;
}

/**
 * The newest operations of one ledger. What this instance committed itself, and what one of its readers had to fetch, is
 * kept for the others: whoever keeps up never asks the database.
 */
export class LedgerTail {
  readonly #database: Database;
  readonly #ledgerId: bigint;
  readonly #limits: TailLimits;
  /** Whole blocks only, by height, in the order in which they came. */
  readonly #blocks = new Map<bigint, KeptBlock>();
  #kept = 0;
  readonly #behind: LowestAsked;

  constructor(database: Database, ledgerId: bigint, limits: TailLimits) {
    this.#database = database;
    this.#ledgerId = ledgerId;
    this.#limits = limits;
    this.#behind = new LowestAsked(limits.ms);
  }

  /** Keeps the operations of a whole block. */
  keep(block: readonly OperationRecord[]): void {
    const [first] = block;
    if (!first || this.#blocks.has(first.height)) return;
    const now = performance.now();
    this.#blocks.set(first.height, { operations: block, since: now });
    this.#kept += block.length;
    const lowest = this.#behind.lowest();
    for (const [height, { operations, since }] of this.#blocks) {
      const wanted = now - since <= this.#limits.ms || (lowest !== null && height >= lowest);
      if (this.#kept <= this.#limits.operations && wanted) break;
      this.#blocks.delete(height);
      this.#kept -= operations.length;
    }
  }

  /** At most `limit` operations from a place on. */
  async read(from: Place, limit: number): Promise<FeedPage> {
    this.#behind.ask(from.height);
    const kept = this.#readKept(from, limit);
    if (kept) return kept;
    const page = await operationsFrom(this.#database, this.#ledgerId, from, limit);
    this.#keepWhole(page, from);
    return page;
  }

  /** Null where the first block is not kept. */
  #readKept(from: Place, limit: number): FeedPage | null {
    const records: OperationRecord[] = [];
    for (let { height, index } = from; ; height += 1n, index = 0) {
      const block = this.#blocks.get(height)?.operations;
      if (!block) return height > from.height ? { records, next: { height, index: 0 }, end: false } : null;
      const part = block.slice(index, index + limit - records.length);
      records.push(...part);
      if (index + part.length < block.length) {
        return { records, next: { height, index: index + part.length }, end: false };
      }
      if (records.length === limit) return { records, next: { height: height + 1n, index: 0 }, end: false };
    }
  }

  #keepWhole({ records, next }: FeedPage, from: Place): void {
    for (const [height, block] of Map.groupBy(records, (record) => record.height)) {
      const cut = (height === from.height && from.index > 0) || (height === next.height && next.index > 0);
      if (!cut) this.keep(block);
    }
  }
}
