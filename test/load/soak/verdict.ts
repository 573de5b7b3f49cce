/** What a soak has to hold, and whether it did. */
import type { Kept } from '../../support/memory.ts';
import type { Drift } from './drift.ts';
import type { Growth } from './memory.ts';

export interface SoakFigures {
  /** Answers with a status of 500 or more, apart from kills. */
  readonly serverErrors: number;
  readonly growth: Readonly<Record<keyof Kept, Growth | null>>;
  readonly drift: Drift | null;
  /** The share of operations that were not timed, since the load itself stood still. */
  readonly untimed: number;
  /** Minutes in which the books were looked at, and what was wrong. */
  readonly looks: number;
  readonly minutes: number;
}

/** Megabytes an hour. */
const MOST_GROWTH = 1;
const MOST_DRIFT = 0.1;
/** Where more is left out, the rest says nothing of a drift. */
const MOST_UNTIMED = 0.1;
/** What chance does not explain lies this many standard errors away. */
const ERRORS = 2;
/** Of objects, whoever is less sure tells nothing; what is resident goes up and down with the allocator's habits. */
const MOST_ERROR = 2;

/** A line for everything that did not hold. What was too short to tell is not judged. */
export function verdict({ serverErrors, growth, drift, untimed, looks, minutes }: SoakFigures): string[] {
  const problems: string[] = [];
  if (serverErrors > 0) problems.push(`${serverErrors} answers were server errors, apart from kills`);
  for (const [what, line] of Object.entries(growth))
    if (line && line.slope - ERRORS * line.error > MOST_GROWTH)
      problems.push(`what it keeps (${what}) grows by ${told(line)}`);
  if (growth.objects && growth.objects.error > MOST_ERROR)
    problems.push(`whether what it keeps grows can't be told: ${told(growth.objects)}`);
  if (drift && drift.share >= MOST_DRIFT)
    problems.push(`the last third was slower than the first by ${Math.round(drift.share * 100)} %`);
  if (drift && untimed > MOST_UNTIMED) problems.push(`${Math.round(untimed * 100)} % of the operations were not timed`);
  if (looks < Math.floor(minutes)) problems.push(`the books were looked at ${looks} times in ${minutes} minutes`);
  return problems;
}

const told = ({ slope, error }: Growth): string => `${slope.toFixed(1)} MB an hour, give or take ${error.toFixed(1)}`;
