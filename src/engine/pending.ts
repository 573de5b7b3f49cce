import type { Span } from '@opentelemetry/api';
import type { Outcome, Submission } from './submission.ts';

/** An operation on its way through the engine. */
export interface Pending {
  readonly submission: Submission;
  /** The id its operation will have, made once: a second attempt is the same operation. */
  readonly id: string;
  readonly key: string;
  readonly fingerprint: bigint;
  readonly callerId: string;
  /** `performance.now()` after which nobody waits for it any more. */
  readonly deadline: number;
  /**
   * Whether its key and its accounts have to be read before it is decided: where a guess did not hold, where a refusal
   * would be final, and where an earlier attempt may have been recorded although no answer came.
   */
  look: boolean;
  /** From its submission to its outcome; null where nobody collects spans. */
  readonly span: Span | null;
  settled: boolean;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}
