/**
 * Where a page of history ended: for each asset the running number from which on entries were given already. What is
 * recorded meanwhile is newer than all of them, so that no page ever repeats or skips an entry.
 */
import { invalid } from '../problem.ts';

export type Cursor = ReadonlyMap<number, bigint>;

const CURSOR = /^(?:[0-9]{1,9}:[0-9]{1,18}(?:,|$))+$/;

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from([...cursor].map(([assetId, before]) => `${assetId}:${before}`).join(), 'latin1').toString('base64url');

/** Throws VALIDATION_ERROR for what is not a cursor of ours. */
export function readCursor(text: string): Cursor {
  const plain = Buffer.from(text, 'base64url').toString('latin1');
  if (!CURSOR.test(plain)) throw invalid('cursor', 'must be the next_cursor of an earlier answer');
  return new Map(
    plain.split(',').map((part): [number, bigint] => {
      const [assetId = '', before = ''] = part.split(':');
      return [Number(assetId), BigInt(before)];
    }),
  );
}
