/** The same run in several worlds at once, each with a part of the faults: for those that mostly wait. */
import { MissingTool } from '../../faults/lazyfs/program.ts';
import { type Counts, together } from './figures.ts';
import type { Run, RunOptions, RunResult } from './run.ts';

/**
 * Shares the count among so many worlds, each with a seed of its own; gives the figures of all of them as one. A world that
 * breaks off is a problem like any other.
 */
export async function inWorlds(run: Run, worlds: number, options: RunOptions): Promise<RunResult> {
  if (worlds === 1) return toItsEnd(run, options, 'it');
  const shares = sharesOf(options.count, worlds);
  const results = await Promise.all(
    shares.map((count, n) => {
      const name = `world ${n + 1}`;
      const tell = (line: string) => options.tell(`${name}: ${line}`);
      return toItsEnd(run, { ...options, count, seed: options.seed + n, tell }, name);
    }),
  );
  return {
    counts: results.map(({ counts }) => counts).reduce(together, { worlds: shares.length } satisfies Counts),
    problems: results.flatMap(({ problems }) => problems),
  };
}

const toItsEnd = (run: Run, options: RunOptions, name: string): Promise<RunResult> =>
  run(options).catch((error: Error) => {
    // Nothing was run, so there is nothing to tell of it.
    if (error instanceof MissingTool) throw error;
    return { counts: {}, problems: [`${name} broke off: ${error.stack}`] };
  });

/** As even as whole numbers allow; nobody gets nothing. */
export function sharesOf(count: number, worlds: number): number[] {
  const among = Math.min(count, worlds);
  return Array.from({ length: among }, (_, n) => Math.floor(count / among) + (n < count % among ? 1 : 0));
}
