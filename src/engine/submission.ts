/** What a face hands to the engine, and what it gets back. */

import type { Caller } from '../wallet/caller.ts';
import type { Refusal } from '../wallet/errors.ts';
import type { IdempotencyKey } from '../wallet/key.ts';
import type { Operation } from '../wallet/operation.ts';
import type { OperationRecord } from '../wallet/record.ts';

export type { Caller } from '../wallet/caller.ts';
export type { IdempotencyKey } from '../wallet/key.ts';

export interface Submission<Input = unknown> {
  readonly ledgerId: bigint;
  readonly operation: Operation<string, Input>;
  readonly input: Input;
  readonly caller: Caller;
  readonly key: IdempotencyKey | null;
  /** The caller's own time for it; null where it happens now. */
  readonly occurredAt: Date | null;
}

export type Outcome =
  | { readonly ok: true; readonly record: OperationRecord; readonly replayed: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The engine can't take or can't finish the operation now. Nothing is known to have been recorded; a caller
 * that sends the same key again gets exactly one effect.
 */
export class Unavailable extends Error {
  /**
   * `full`: too many wait already, and the engine tells the log of them together. `violated`: a verification found the
   * ledger's books unsound, and they are closed until they are sound again.
   */
  readonly reason: 'full' | 'busy' | 'stopping' | 'database' | 'violated';
  /** Seconds after which it makes sense to try again. */
  readonly retryAfter: number;

  constructor(reason: Unavailable['reason'], retryAfter = 1) {
    super(`the engine is unavailable: ${reason}`);
    this.name = 'Unavailable';
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

export interface Engine {
  /** Operations that were taken and are not answered yet. */
  readonly waiting: number;
  /** Decides and records one operation; resolves after its commit. Throws Unavailable. */
  submit<Input>(submission: Submission<Input>): Promise<Outcome>;
  /** Takes no more operations, finishes those it has, and resolves. */
  drain(): Promise<void>;
}
