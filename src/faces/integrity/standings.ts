/** When a ledger is to be verified, and for how long a result counts. */
import type { LedgerStanding } from '../../queries/integrity-runs.ts';

export interface Schedule {
  /** Seconds between two verifications of a ledger; 0 where nobody runs them by a schedule. */
  readonly every: number;
}

/** `unknown` where there is no result, or only one that is too old. */
export type State = 'ok' | 'violated' | 'unknown';

/** However large the books are, at most a tenth of the time is spent on verifying them. */
const SHARE = 10;
/** Without a schedule, a result counts for a day. */
const DAY = 86_400;
/** With one, two may fail in a row before nobody knows any more. */
const PERIODS = 3;
/** What failed is tried again after so many seconds. */
const RETRY = 60;

/** Seconds from one verification of the ledger to the next. */
export const periodOf = ({ took }: LedgerStanding, { every }: Schedule): number => Math.max(every, took * SHARE);

/** Whether it is time for another verification. */
export function isDue(standing: LedgerStanding, schedule: Schedule): boolean {
  const rested = standing.attempted === null || standing.attempted >= Math.min(RETRY, schedule.every);
  return rested && (standing.sound === null || standing.age >= periodOf(standing, schedule));
}

/** For how many seconds the result counts still; not above 0 where it does not. */
export function secondsFresh(standing: LedgerStanding, schedule: Schedule): number {
  if (standing.sound === null) return 0;
  return (schedule.every === 0 ? DAY : periodOf(standing, schedule) * PERIODS) - standing.age;
}

/** All ledgers as they stood when they were looked at. Results grow old here without being looked at again. */
export class Standings {
  readonly all: readonly LedgerStanding[];
  readonly #at = performance.now();

  constructor(all: readonly LedgerStanding[]) {
    this.all = all;
  }

  /** A ledger stays violated until a later verification finds it sound, however old that is. */
  worst(schedule: Schedule): State {
    if (this.all.some(({ sound }) => sound === false)) return 'violated';
    const since = (performance.now() - this.#at) / 1000;
    const fresh = this.all.length > 0 && this.all.every((one) => secondsFresh(one, schedule) > since);
    return fresh ? 'ok' : 'unknown';
  }

  isViolated(ledgerId: bigint): boolean {
    return this.all.some((one) => one.ledgerId === ledgerId && one.sound === false);
  }
}
