/** Groups what happened by the days of whoever reads it. */
import { dayOf } from '../../operations/filters/days.ts';

const DAY_MS = 86_400_000;

export interface Day<Entry> {
  /** Such as `2026-11-21`, in the reader's time zone. */
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** In their order, a group for each day. */
export function byDay<Entry>(entries: readonly Entry[], timeOf: (entry: Entry) => string): Day<Entry>[] {
  const groups = Map.groupBy(entries, (entry) => dayOf(new Date(timeOf(entry))));
  return [...groups].map(([day, group]) => ({ day, entries: group }));
}

/** "today", "yesterday", or the date, with its year where it is another one. */
export function dayName(day: string, locale: string, now: Date = new Date()): string {
  const date = new Date(`${day}T12:00:00`);
  const noon = new Date(`${dayOf(now)}T12:00:00`);
  const passed = Math.round((noon.getTime() - date.getTime()) / DAY_MS);
  if (passed === 0 || passed === 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-passed, 'day');
  return date.toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  });
}
