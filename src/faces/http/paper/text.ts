/** Amounts and times as people read them on paper. */
import { formatMajor } from '../../../ledger/money.ts';

/** The way in which Tanzania writes either language. */
const localeOf = (language: string): string => `${language}-TZ`;

/** Major units with thousands apart, every digit exact, and a true minus. */
export function moneyText(amount: bigint, decimalPlaces: number, language: string): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimalPlaces,
    maximumFractionDigits: decimalPlaces,
  });
  // Given as text, so that no float is between us and the paper.
  return format.format(formatMajor(amount, decimalPlaces) as Intl.StringNumericLiteral).replace('-', '\u2212');
}

export const timeText = (iso: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
