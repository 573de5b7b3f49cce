import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
const pool = new Uint8Array(BYTES * 512);
let used = pool.length;

/** Random bytes are fetched for many ids at once: asking the system for each cost more than all the rest of an id. */
function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
}

/** A new operation's id: a uuid of version 7, which begins with the time. */
export const newOperationId = (): string => v7({ rng: randomBytes });
