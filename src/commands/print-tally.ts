import type { Tally } from '../feeds/tally.ts';

const SHOWN = 20;

/** Prints what became of a feed; where something was refused the exit code is 1. */
export function printTally(name: string, tally: Tally): void {
  console.log(tally.line(name));
  for (const { place, reason } of tally.refused.slice(0, SHOWN)) console.log(`  ${place}: ${reason}`);
  const rest = tally.refused.length - SHOWN;
  if (rest > 0) console.log(`  and ${rest} more`);
  if (tally.refused.length > 0) process.exitCode = 1;
}
