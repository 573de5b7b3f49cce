import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** MiB that a process holds once nothing is left to collect. */
export interface Kept {
  /** Of the machine's memory. */
  readonly resident: number;
  /** Of objects, with what they hold outside of their heap. */
  readonly objects: number;
}

const MIB = 1024 ** 2;

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as (options: object) => void;

/**
 * Collects the garbage of this process, which stands still meanwhile. What objects hold of the C library's memory goes with
 * them; left to pile up until the heap itself is full, it leaves holes there that stay resident, though nothing is in them.
 */
export const collectGarbage = (): void => gc({ type: 'major', execution: 'sync' });

/** Collects all garbage of this process, which stands still for some tenths of a second, and tells what is left. */
export function memoryKept(): Kept {
  // Twice: what the first one finalizes, only the second one frees.
  for (let i = 0; i < 2; i += 1) gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / MIB, objects: (heapUsed + external) / MIB };
}
