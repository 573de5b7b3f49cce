/** One simulation: a workload and a schedule of faults, both functions of the seed, and the auditor over all. */
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../src/demo/random.ts';
import { rabbitProgram } from '../support/rabbit.ts';
import type { Clients } from './clients.ts';
import { Events } from './events.ts';
import { type FaultBounds, nextFault } from './faults.ts';
import { World } from './world.ts';

/** So many messages go with an operation over HTTP. */
const MESSAGES_AT_ONCE = 5;

export interface SimulationOptions extends FaultBounds {
  readonly seed: number;
  readonly faults: number;
  readonly clients: number;
  /** Messages that come beside, where a RabbitMQ is installed. */
  readonly messages?: number;
  /** Operations that are recorded between two faults. */
  readonly between: number;
  /** Milliseconds from one look at the books to the next. */
  readonly checkEvery: number;
  /** What else to do with the world once all is compared, before it goes. */
  readonly behind?: (world: World) => Promise<void>;
}

export interface SimulationResult {
  readonly problems: readonly string[];
  readonly faults: number;
  readonly messages: number;
  readonly recorded: number;
  readonly refused: number;
  readonly balancesSeen: number;
  readonly attempts: number;
  readonly unknown: number;
  readonly cameThrough: number;
  readonly checks: number;
  readonly withoutAnswer: Readonly<Record<string, number>>;
  readonly slowest: Clients['slowest'];
}

export async function simulate(options: SimulationOptions, tell: (line: string) => void): Promise<SimulationResult> {
  const { seed, faults, clients: count, between, checkEvery } = options;
  // Of the workload's numbers and the schedule's, neither hangs on how many of the other were drawn.
  const schedule = new Random(seed ^ 0xfa17);
  const broker = options.messages ? rabbitProgram() : null;
  if (options.messages && broker === null) tell('rabbitmq-server is not installed: no messages');
  const events = broker === null ? null : await Events.open(broker, seed, options.messages ?? 0);
  const world = await World.open({ seed, clients: count, ...(events && { events }) });
  const looking = new AbortController();
  try {
    const { clients } = world;
    clients.start();
    await events?.start(world, MESSAGES_AT_ONCE);
    const looks = lookAgainAndAgain(world, checkEvery, looking.signal);
    for (let n = 0; n < faults; n += 1) {
      await clients.recorded(between);
      const fault = nextFault(schedule, options);
      tell(`${n + 1}/${faults} ${fault.name} ${fault.detail}; ${clients.log.recorded.size} recorded so far`);
      await fault.strike(world);
    }
    await clients.recorded(between);
    looking.abort();
    await looks;
    const problems = await world.settle();
    await options.behind?.(world);
    return {
      problems,
      faults,
      messages: events?.count ?? 0,
      recorded: clients.log.recorded.size,
      refused: clients.log.refused.size,
      balancesSeen: clients.log.seen.length,
      attempts: clients.attempts,
      unknown: clients.unknown,
      cameThrough: clients.log.cameThrough,
      checks: world.checker.checks,
      withoutAnswer: Object.fromEntries(clients.failures),
      slowest: clients.slowest,
    };
  } finally {
    looking.abort();
    await world.remove();
  }
}

async function lookAgainAndAgain(world: World, every: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await delay(every, null, { signal }).catch(() => {});
    if (!signal.aborted) await world.check();
  }
}
