/**
 * Where everything that tells of commits gets them from: the broker's publisher, sockets, webhooks. A reader keeps its
 * own place, reads from it, and waits for news; commits of this instance wake it at once, those of others within a poll.
 */
import type { LedgerEngine } from '../../engine/engine.ts';
import type { Database } from '../../queries/database.ts';
import type { FeedPage, Place } from '../../queries/feed.ts';
import { LedgerTail, type TailLimits } from './tail.ts';

/** What is kept of each ledger: an operation is some kilobytes, so what nobody is about to read is not. */
const KEPT: TailLimits = { operations: 20_000, ms: 5_000 };

export class FeedHub {
  readonly #database: Database;
  readonly #tails = new Map<bigint, LedgerTail>();
  readonly #waiting = new Set<() => void>();
  readonly #unsubscribe: () => void;
  /** Commits that were heard of: tells a reader whether there was one since it last looked. */
  #news = 0;

  constructor(engine: Pick<LedgerEngine, 'onCommit'>, database: Database) {
    this.#database = database;
    this.#unsubscribe = engine.onCommit((ledgerId, records) => {
      this.#tail(ledgerId).keep(records);
      this.#news += 1;
      for (const wake of this.#waiting) wake();
    });
  }

  /** What `wait` compares with: taken before reading, so that a commit meanwhile is not slept over. */
  get news(): number {
    return this.#news;
  }

  /** At most `limit` operations of a ledger from a place on. */
  read(ledgerId: bigint, from: Place, limit: number): Promise<FeedPage> {
    return this.#tail(ledgerId).read(from, limit);
  }

  /** Resolves with the next commit of this instance after `since`, after so many milliseconds, or when aborted. */
  wait(since: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#news !== since || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  close(): void {
    this.#unsubscribe();
  }

  #tail(ledgerId: bigint): LedgerTail {
    let tail = this.#tails.get(ledgerId);
    if (!tail) {
      tail = new LedgerTail(this.#database, ledgerId, KEPT);
      this.#tails.set(ledgerId, tail);
    }
    return tail;
  }
}
