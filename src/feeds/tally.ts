/** What became of the records of a feed. */
import { FeedProblem } from './record.ts';

export const OUTCOMES = ['added', 'changed', 'unchanged', 'erased', 'refused'] as const;
export type FeedOutcome = (typeof OUTCOMES)[number];

/** A record that was not taken: where it stands, which one it is, and why; nothing else of it. */
export interface Refused {
  readonly place: string;
  readonly reason: string;
}

export class Tally {
  readonly counts: Record<FeedOutcome, number> = { added: 0, changed: 0, unchanged: 0, erased: 0, refused: 0 };
  readonly refused: Refused[] = [];

  count(outcome: Exclude<FeedOutcome, 'refused'>): void {
    this.counts[outcome] += 1;
  }

  refuse(place: string, reason: string): void {
    this.counts.refused += 1;
    this.refused.push({ place, reason });
  }

  /** Such as `customers: 3 added, 1 changed, 0 unchanged`; what did not happen at all is left out behind that. */
  line(name: string): string {
    const shown = OUTCOMES.filter((outcome, i) => i < 3 || this.counts[outcome] > 0);
    return `${name}: ${shown.map((outcome) => `${this.counts[outcome]} ${outcome}`).join(', ')}`;
  }
}

/** Reads a record, or notes why that can't be. */
export function readOrRefuse<T>(tally: Tally, place: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error;
    tally.refuse(place, error.message);
    return null;
  }
}
