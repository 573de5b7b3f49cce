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

/** Collects all garbage of this process, which stands still for some tenths of a second, and tells what is left. */
export function memoryKept(): Kept {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: object) => void;
  // Twice: what the first one finalizes, only the second one frees.
  for (let i = 0; i < 2; i += 1) gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / MIB, objects: (heapUsed + external) / MIB };
}
