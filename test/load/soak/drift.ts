/** Whether operations became slower as time went on. */
import { percentile } from '../percentile.ts';

/** Of fewer minutes no three parts can be compared. */
const LEAST_MINUTES = 6;

export interface Drift {
  /** By how much the slowest hundredth of the last third was slower than that of the first: 0.1 is a tenth. */
  readonly share: number;
  /** Its standard error, by leaving out one minute after the other. */
  readonly error: number;
}

/** Of the milliseconds of all operations, minute by minute; null for too few minutes. */
export function driftOf(minutes: readonly (readonly number[])[]): Drift | null {
  if (minutes.length < LEAST_MINUTES) return null;
  const third = Math.floor(minutes.length / 3);
  const [first, last] = [minutes.slice(0, third), minutes.slice(-third)];
  const ratio = p99(last) / p99(first);
  // The errors of both, relative to each, add up as squares.
  return { share: ratio - 1, error: ratio * Math.hypot(errorOf(first), errorOf(last)) };
}

const p99 = (minutes: readonly (readonly number[])[]): number => percentile(minutes.flat(), 0.99);

/** The jackknife's, relative to the value. */
function errorOf(minutes: readonly (readonly number[])[]): number {
  const n = minutes.length;
  const without = minutes.map((_, left) => Math.log(p99(minutes.toSpliced(left, 1))));
  const mean = without.reduce((sum, one) => sum + one, 0) / n;
  return Math.sqrt(((n - 1) / n) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0));
}
