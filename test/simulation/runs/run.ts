/** A run: one kind of fault, many times over, under load; and what came of it. */
import { World, type WorldOptions } from '../world.ts';

export interface RunOptions {
  readonly count: number;
  readonly seed: number;
  /** Seconds that a run may stretch a fault to, where it has a length. */
  readonly seconds: number;
  readonly tell: (line: string) => void;
}

export interface RunResult {
  readonly counts: Readonly<Record<string, unknown>>;
  /** A line for everything that is not as it must be. */
  readonly problems: readonly string[];
}

export interface Run {
  readonly what: string;
  /** How often the fault strikes, and how long it lasts, where the plan is followed to the letter. */
  readonly count: number;
  readonly seconds: number;
  carryOut(options: RunOptions): Promise<RunResult>;
}

/** What a run adds to the figures that all have, and to what is wrong. */
export interface Findings {
  readonly counts: Readonly<Record<string, unknown>>;
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
      slowest,
    };
    return { counts: figures, problems: [...problems, ...wrong] };
  } finally {
    await world.remove();
  }
}

/** Median and longest of some milliseconds. */
export function spread(milliseconds: readonly number[]): { median: number; longest: number } {
  const sorted = milliseconds.map(Math.round).sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, longest: sorted.at(-1) ?? 0 };
}
