/** Days as people here count them: those of the device's own time zone. */

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first moment of a day. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
/** The last millisecond of a day. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function daysAgo(count: number): string {
  const date = new Date();
  date.setDate(date.getDate() - count);
  return dayOf(date);
}

/** A day as it is read: `21 Nov 2026`. */
export const writeDay = (day: string, locale: string, style: 'medium' | 'short' = 'medium'): string =>
  new Date(`${day}T12:00:00`).toLocaleDateString(
    locale,
    style === 'short' ? { day: 'numeric', month: 'short' } : { dateStyle: 'medium' },
  );
