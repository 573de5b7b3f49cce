const FIRST_MS = 500;
/** A service that is back is found by then, even where no browser says so; more tills than a chain has ask it gently at this pace. */
const MOST_MS = 15_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, and by chance up to half less, so that the
 * tills of a shop do not all come back at once.
 */
export function backoff(failures: number, random: () => number): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), MOST_MS);
  return full - (full / 2) * random();
}

const LONGEST_WISH_MS = 15 * 60_000;

/**
 * Milliseconds that a Retry-After header asks for: seconds, or a time, which is compared to the answer's own Date so
 * that our clock does not matter. Null where there is none that can be read.
 */
export function retryAfter(headers: Headers): number | null {
  const wish = headers.get('retry-after');
  if (wish === null) return null;
  const ms = /^\d+$/.test(wish) ? Number(wish) * 1_000 : Date.parse(wish) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WISH_MS);
}
