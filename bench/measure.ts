/** Runs a road for a while with so many callers at once, and tells how fast it was. */

export interface Figures {
  readonly operations: number;
  /** With those of the warm-up. */
  readonly all: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds from an operation's start to its answer. */
  readonly p50: number;
  readonly p99: number;
}

/** One operation from start to answer; gives whether it was recorded. */
export type Step = () => Promise<boolean>;

/**
 * Long enough that a road is as it is in use: what it remembers is remembered, what it compiles is compiled. Operations of
 * this time are not counted.
 */
export const WARM_UP = 8;

export async function measure(step: Step, callers: number, seconds: number): Promise<Figures> {
  const latencies: number[] = [];
  let refused = 0;
  let all = 0;
  const from = performance.now() + WARM_UP * 1000;
  const until = from + seconds * 1000;
  const caller = async () => {
    for (;;) {
      const started = performance.now();
      if (started >= until) return;
      const recorded = await step();
      const ended = performance.now();
      all += 1;
      if (started < from || ended > until) continue;
      latencies.push(ended - started);
      if (!recorded) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { operations: latencies.length, all, refused, seconds, ...percentiles(latencies) };
}

export function percentiles(latencies: number[]): { p50: number; p99: number } {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
