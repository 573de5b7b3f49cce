import { createStore, useStore } from '../store.ts';
import { LOCALES, useLanguage } from '../words/store.ts';

const MINUTE_MS = 60_000;
const STEPS = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const;

/** One clock for the page: all times on it move on together, once a minute. */
const now = createStore(Date.now());
setInterval(() => now.set(Date.now()), MINUTE_MS);

export interface TimeAgoProps {
  /** ISO 8601, or milliseconds since 1970. */
  readonly at: string | number;
  /** `clock` is the time of day, as in "Known balance, 10:42". */
  readonly as?: 'ago' | 'clock' | 'full';
}

/** When something was; the exact time is its tip. */
export function TimeAgo({ at, as = 'ago' }: TimeAgoProps) {
  const locale = LOCALES[useLanguage()];
  const date = new Date(at);
  const full = date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const shown = useShown(date, locale, as) ?? full;
  return (
    <time dateTime={date.toISOString()} title={full}>
      {shown}
    </time>
  );
}

function useShown(date: Date, locale: string, as: 'ago' | 'clock' | 'full'): string | null {
  const current = useStore(now);
  if (as === 'full') return null;
  if (as === 'clock') return date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const passed = date.getTime() - current;
  const [unit, size] = STEPS.find(([, step]) => Math.abs(passed) >= step) ?? STEPS[2];
  // After a month the date says more than a number of days.
  if (unit === 'day' && Math.abs(passed) > 30 * size) return date.toLocaleDateString(locale, { dateStyle: 'medium' });
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(passed / size), unit);
}
