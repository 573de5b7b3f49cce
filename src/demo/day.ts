/** The calendar of the demo shop: Dar es Salaam is three hours ahead of UTC all year. */
export const DAY_MS = 86_400_000;
const OFFSET_MS = 3 * 3_600_000;

/** Midnight in Dar es Salaam of the day that holds this moment. */
export const midnight = (moment: Date): Date =>
  new Date(Math.floor((moment.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS);

/** 0 is Sunday. */
export const weekday = (midnightThere: Date): number => new Date(midnightThere.getTime() + OFFSET_MS).getUTCDay();

export const dayOfMonth = (midnightThere: Date): number => new Date(midnightThere.getTime() + OFFSET_MS).getUTCDate();
