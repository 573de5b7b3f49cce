/** What a part of a fuzz run measured. */
import type { Kept } from '../support/memory.ts';

export interface OperationFigures {
  readonly id: string;
  readonly sent: number;
  readonly seconds: number;
  /** Milliseconds of the slowest answer, by the clock. */
  readonly slowest: number;
  /** Answers that took over a second by the clock. */
  readonly late: number;
  /** MiB of memory after it; null where nobody looked. */
  readonly held: number | null;
  /** What was wrong, null where nothing was. */
  readonly fault: string | null;
}

export interface PartFigures {
  readonly seed: number;
  /** What the memory grew by after the warm-up; null where nothing came after it. */
  readonly growth: Kept | null;
  readonly figures: readonly OperationFigures[];
}
