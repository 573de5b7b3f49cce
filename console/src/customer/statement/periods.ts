import { dayOf } from '../../operations/filters/days.ts';

export const PERIODS = ['month', 'lastMonth', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The month so far, the whole month before it, or the last three with this one; by the reader's calendar. */
export function rangeOf(period: Period, now: Date = new Date()): DayRange {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  if (period === 'lastMonth') return { from: dayOf(new Date(year, month - 1, 1)), to: dayOf(new Date(year, month, 0)) };
  return { from: dayOf(new Date(year, period === 'month' ? month : month - 2, 1)), to: dayOf(now) };
}
