/** What a part of a fuzz run measured. */
export interface OperationFigures {
  readonly id: string;
  readonly sent: number;
  readonly seconds: number;
  /** Milliseconds of the slowest answer, with the look at what it wrote. */
  readonly slowest: number;
  /** MiB of memory after it; null where nobody looked. */
  readonly held: number | null;
  /** What was wrong, null where nothing was. */
  readonly fault: string | null;
}

export interface PartFigures {
  readonly seed: number;
  /** MiB that the memory grew by after the warm-up; null where nothing came after it. */
  readonly growth: number | null;
  readonly figures: readonly OperationFigures[];
}
