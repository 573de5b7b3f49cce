/** Seconds, of which up to a tenth is added by chance: what failed together does not come back together. */
const SCATTER = 0.1;
/** No receiver puts us off for longer than that. */
const LONGEST_WISH_MS = 86_400_000;

/**
 * When a delivery is tried again after it failed: `retries` are the seconds from one attempt to the next, `tries` how
 * many were made before this one. Null after the last.
 */
export function nextAttempt(
  retries: readonly number[],
  tries: number,
  notBefore: Date | null,
  now = Date.now(),
): Date | null {
  const seconds = retries[tries];
  if (seconds === undefined) return null;
  const planned = now + seconds * 1000 * (1 + Math.random() * SCATTER);
  const wished = Math.min(notBefore?.getTime() ?? 0, now + LONGEST_WISH_MS);
  return new Date(Math.max(planned, wished));
}
