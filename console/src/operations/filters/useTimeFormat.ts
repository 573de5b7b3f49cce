import { LOCALES, useLanguage } from '../../words/store.ts';

const OPTIONS = {
  /** For a column: day and minute. */
  short: { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  /** To the second, for what is to be proved. */
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes a moment in the language and the time zone of the page. */
export function useTimeFormat(): (at: string, as?: keyof typeof OPTIONS) => string {
  const locale = LOCALES[useLanguage()];
  return (at, as = 'short') => new Date(at).toLocaleString(locale, OPTIONS[as]);
}
