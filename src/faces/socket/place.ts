/** Places in the order of a ledger's events. */
import { MAX_BLOCK_OPERATIONS } from '../../ledger/transaction-number.ts';
import type { Place } from '../../queries/feed.ts';
import type { EventPlace } from '../../wallet/events.ts';

/** Behind every event that an operation can have. */
const LAST_N = 999_999_999;

/** Below 0 where `a` comes first, 0 where they are the same. */
export function comparePlaces(a: EventPlace, b: EventPlace): number {
  if (a.height !== b.height) return a.height < b.height ? -1 : 1;
  return a.index - b.index || a.n - b.n;
}

/** Behind everything that comes before a cursor, and before everything from it on. */
export const placeBefore = ({ height, index }: Place): EventPlace =>
  index === 0 ? { height: height - 1n, index: MAX_BLOCK_OPERATIONS, n: 0 } : { height, index: index - 1, n: LAST_N };

/** Where to read on for what comes behind a place: the operation that it is in may have more events. */
export const cursorFrom = ({ height, index }: EventPlace): Place =>
  index >= MAX_BLOCK_OPERATIONS || height === 0n ? { height: height + 1n, index: 0 } : { height, index };

export const isBefore = (a: Place, b: Place): boolean =>
  a.height < b.height || (a.height === b.height && a.index < b.index);
