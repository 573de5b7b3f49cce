/**
 * Gives a service and the load on it processors of their own. On the same ones a load that asks for three times as much
 * takes the time that the service would work in, and what is measured is the load. Linux only.
 */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

export interface Processors {
  /** Lists as `taskset` reads them. */
  readonly service: string;
  readonly load: string;
}

/** The first half, and the rest. Null where there is only one to have. */
export function halves(count: number): Processors | null {
  if (count < 2) return null;
  const half = Math.floor(count / 2);
  return { service: list(0, half - 1), load: list(half, count - 1) };
}

const list = (from: number, to: number): string => (from === to ? String(from) : `${from}-${to}`);

/** Keeps this process, and all that it starts from now on, on those of the service. Null where that can't be had. */
export async function keepApart(): Promise<Processors | null> {
  const processors = halves(availableParallelism());
  if (!processors) return null;
  const args = ['--all-tasks', '--pid', '--cpu-list', processors.service, String(process.pid)];
  return promisify(execFile)('taskset', args).then(
    () => processors,
    () => null,
  );
}

/** The command that runs this one on these processors, or on any where none are given. */
export const commandOn = (processors: string | null, command: readonly string[]): readonly string[] =>
  processors === null ? command : ['taskset', '--cpu-list', processors, ...command];
