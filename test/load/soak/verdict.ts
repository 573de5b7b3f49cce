/** What a soak has to hold, and whether it did. */
import { percentile } from '../percentile.ts';
import type { Growth } from './memory.ts';

export interface SoakFigures {
  /** Answers with a status of 500 or more, apart from kills. */
  readonly serverErrors: number;
  readonly growth: Growth | null;
  /** Milliseconds of the slowest hundredth, of each minute in turn. */
  readonly p99: readonly number[];
  /** Minutes in which the books were looked at, and what was wrong. */
  readonly looks: number;
  readonly minutes: number;
}

/** Megabytes an hour. */
const MOST_GROWTH = 1;
const MOST_DRIFT = 0.1;
/** Of fewer minutes no three parts can be compared. */
const LEAST_MINUTES = 6;
/** What chance does not explain lies this many standard errors away. */
const ERRORS = 2;

/** How much slower the last third was than the first, by the median of its minutes; null for too few minutes. */
export function driftOf(p99: readonly number[]): number | null {
  if (p99.length < LEAST_MINUTES) return null;
  const third = Math.floor(p99.length / 3);
  const [first, last] = [percentile(p99.slice(0, third), 0.5), percentile(p99.slice(-third), 0.5)];
  return last / first - 1;
}

/** A line for everything that did not hold. What was too short to tell is not judged. */
export function verdict({ serverErrors, growth, p99, looks, minutes }: SoakFigures): string[] {
  const problems: string[] = [];
  if (serverErrors > 0) problems.push(`${serverErrors} answers were server errors, apart from kills`);
  if (growth && growth.slope - ERRORS * growth.error > MOST_GROWTH)
    problems.push(
      `the service grows by ${growth.slope.toFixed(1)} MB an hour, give or take ${growth.error.toFixed(1)}`,
    );
  const drift = driftOf(p99);
  if (drift !== null && drift >= MOST_DRIFT)
    problems.push(`the last third was slower than the first by ${Math.round(drift * 100)} %`);
  if (looks < Math.floor(minutes)) problems.push(`the books were looked at ${looks} times in ${minutes} minutes`);
  return problems;
}
