/** What a service has to hold when it is asked for more than it can do. */
import type { Second } from './generator.ts';

export interface OverloadFigures {
  /** Recorded a second at its best, before the overload and behind it. */
  readonly peakBefore: number;
  readonly peakBehind: number;
  /** Recorded a second when three times as much was asked for. */
  readonly goodput: number;
  /** Milliseconds of the slowest hundredth of those that were turned away. */
  readonly refusedP99: number;
  /** Answers that were neither done nor a polite refusal. */
  readonly failed: number;
  /** Seconds from the end of the overload until it is as quick as before; null where it never was. */
  readonly recovery: number | null;
}

const LEAST_GOODPUT = 0.8;
/** Of its best before the overload, what it can do at its best behind it. */
const LEAST_BEHIND = 0.8;
const MOST_RECOVERY_S = 30;
/** Turned away in this time at the latest. */
const MOST_REFUSAL_MS = 2_000;
/** As quick as before is at most so many times as slow, so many seconds in a row. */
const AS_BEFORE = 2;
const IN_A_ROW = 3;

/**
 * What it can do at its best while it is asked for too much: the mean of before and behind, since the books grow meanwhile
 * by millions, and a machine that others use is not as quick at all times.
 */
export const peakOf = ({ peakBefore, peakBehind }: Pick<OverloadFigures, 'peakBefore' | 'peakBehind'>): number =>
  (peakBefore + peakBehind) / 2;

/** A line for everything that did not hold. */
export function verdict(figures: OverloadFigures): string[] {
  const { peakBefore, peakBehind, goodput, refusedP99, failed, recovery } = figures;
  const share = goodput / peakOf(figures);
  return [
    ...(share < LEAST_GOODPUT
      ? [`of ${peakOf(figures)} operations a second, ${goodput} were left: ${Math.round(share * 100)} %`]
      : []),
    ...(peakBehind < peakBefore * LEAST_BEHIND
      ? [`behind it, it could do ${peakBehind} operations a second of ${peakBefore} before`]
      : []),
    ...(refusedP99 > MOST_REFUSAL_MS ? [`who was turned away waited for ${refusedP99} ms`] : []),
    ...(failed > 0 ? [`${failed} answers were neither done nor a refusal`] : []),
    ...(recovery === null || recovery > MOST_RECOVERY_S
      ? [`it was as quick as before after ${recovery ?? 'no'} seconds`]
      : []),
  ];
}

/** Seconds until the slowest hundredth is as before and stays so; null where it never is. */
export function recoveryOf(seconds: readonly Pick<Second, 'doneP99'>[], before: number): number | null {
  const quick = seconds.map(({ doneP99 }) => doneP99 !== null && doneP99 <= before * AS_BEFORE);
  const at = quick.findIndex((_, n) => n + IN_A_ROW <= quick.length && quick.slice(n, n + IN_A_ROW).every(Boolean));
  return at < 0 ? null : at + 1;
}
