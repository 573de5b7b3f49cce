import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** MiB that this process holds once nothing is left to collect, and what was collected is given back. */
export function memory(): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: object) => void;
  // Twice: what the first one finalizes, only the second one frees.
  for (let i = 0; i < 2; i += 1) gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  return process.memoryUsage.rss() / 1024 ** 2;
}
