/** What stands in an address after its question mark: read without trust, written without what is not set. */

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** A whole number of minor units, as text. */
export const minor = (value: unknown): string | undefined => matching(value, /^\d{1,13}$/);

/** A day of the calendar, `2026-11-21`. */
export const day = (value: unknown): string | undefined => matching(value, /^\d{4}-\d{2}-\d{2}$/);

export const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === value);

function matching(value: unknown, pattern: RegExp): string | undefined {
  const given = text(value);
  return given !== undefined && pattern.test(given) ? given : undefined;
}

export const given = <Search extends object>(search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')) as Search;
