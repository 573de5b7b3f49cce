/** A run: one kind of fault, many times over, under load; and what came of it. */
import { World, type WorldOptions } from '../world.ts';
import { type Counts, Times } from './figures.ts';

export interface RunOptions {
  /** How often the fault strikes. */
  readonly count: number;
  readonly seed: number;
  /** Seconds that a run may stretch a fault to, where it has a length. */
  readonly seconds: number;
  /** Where LazyFS is, for the run that needs it. */
  readonly lazyfs?: string;
  readonly tell: (line: string) => void;
}

export interface RunResult {
  readonly counts: Counts;
  /** A line for everything that is not as it must be. */
  readonly problems: readonly string[];
}

export type Run = (options: RunOptions) => Promise<RunResult>;

/** What a run adds to the figures that all have, and to what is wrong. */
export interface Findings {
  readonly counts: Counts;
  readonly problems?: readonly string[];
}

/** Opens a world, has clients work in it while `strike` does its damage, and compares everything in the end. */
export async function underLoad(
  { seed, ...options }: RunOptions & Omit<WorldOptions, 'seed'>,
  strike: (world: World) => Promise<Findings>,
): Promise<RunResult> {
  const world = await World.open({ seed, clients: 32, ...options });
  const { clients } = world;
  try {
    clients.start();
    await clients.recorded(50);
    const { counts, problems = [] } = await strike(world);
    const wrong = await world.settle();
    const { log, attempts, unknown, failures, slowest } = clients;
    const figures = {
      ...counts,
      recorded: log.recorded.size,
      refused: log.refused.size,
      cameThrough: log.cameThrough,
      balancesSeen: log.seen.length,
      attempts,
      unknown,
      withoutAnswer: Object.fromEntries(failures),
      longestWaitMs: new Times([slowest.ms]),
    };
    return { counts: figures, problems: [...problems, ...wrong] };
  } finally {
    await world.remove();
  }
}
