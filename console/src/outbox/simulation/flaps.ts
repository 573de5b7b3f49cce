/** A working day with a bad network: writes are queued in several tabs, requests are cut, tabs are killed. */
import type { UnsentIntent } from '../intent.ts';
import type { Effect } from './service.ts';
import { World } from './world.ts';

export interface FlapOptions {
  readonly writes: number;
  readonly seed: number;
  readonly lock?: boolean;
  readonly key?: boolean;
  /** How many customers share the writes. */
  readonly customers?: number;
}

export interface Findings {
  readonly requests: number;
  readonly effects: number;
  /** Effects beyond the first of a write. */
  readonly duplicates: number;
  /** Writes that were saved and have no effect. */
  readonly lost: number;
  /** Effects of what nobody wrote. */
  readonly strangers: number;
  /** Effects that came before one of an earlier write for the same customer. */
  readonly orderBreaks: number;
  /** Requests sent by one tab during another's. */
  readonly overlaps: number;
  /** Writes for which the outbox does not hold the answer of the first effect. */
  readonly wrongAnswers: number;
}

const TABS = 3;
const KILLS = 10;
const FAULTS = 0.35;

/** Runs until nothing is queued any more, and tells what became of every write. */
export async function flap({ writes, seed, lock = true, key = true, customers = 5 }: FlapOptions): Promise<Findings> {
  const random = seeded(seed);
  const world = new World({ random, faults: FAULTS, lock, key });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const tabs = await Promise.all(Array.from({ length: TABS }, () => world.open()));
  const saved = new Map<number, UnsentIntent>();
  const save = async (n: number) => {
    const queued = await pick(tabs).enqueue(`customer ${Math.floor(random() * customers)}`, n);
    saved.set(n, queued);
  };

  // Two thirds are queued while there is no network, the rest while the queue is being sent.
  const offline = Math.floor((writes * 2) / 3);
  world.online = false;
  await Promise.all(Array.from({ length: offline }, (_, n) => save(n)));
  world.reconnect();
  let killed = 0;
  for (let n = offline; ; ) {
    if (killed < KILLS && world.service.effects.length >= ((killed + 1) * writes) / (KILLS + 1)) {
      killed += 1;
      const place = Math.floor(random() * TABS);
      tabs[place]?.kill();
      tabs[place] = await world.open();
    } else if (n < writes) {
      await save(n);
      n += 1;
    } else if ((await pick(tabs).outbox.unsent()).length === 0 && killed === KILLS) {
      break;
    } else {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const settled = (await pick(tabs).outbox.settled()).map(({ id, answer }) => [id, answer] as const);
  await world.close();
  return audit(world, saved, new Map(settled));
}

function audit(
  { service: { effects, requests }, overlaps }: World,
  saved: ReadonlyMap<number, UnsentIntent>,
  answers: ReadonlyMap<string, unknown>,
): Findings {
  const byWrite = Map.groupBy(effects, ({ n }) => n);
  const writes = [...saved.keys()];
  const isAnswered = (n: number): boolean => {
    const answer = answers.get(saved.get(n)?.id ?? '') as { id: string } | undefined;
    return answer?.id === byWrite.get(n)?.[0]?.id;
  };
  return {
    requests,
    effects: effects.length,
    duplicates: effects.length - byWrite.size,
    lost: writes.filter((n) => !byWrite.has(n)).length,
    strangers: [...byWrite.keys()].filter((n) => !saved.has(n)).length,
    orderBreaks: [...Map.groupBy(effects, ({ customer }) => customer).values()]
      .map((own) => breaks(own, saved))
      .reduce((a, b) => a + b, 0),
    overlaps,
    wrongAnswers: writes.filter((n) => !isAnswered(n)).length,
  };
}

const breaks = (effects: readonly Effect[], saved: ReadonlyMap<number, UnsentIntent>): number =>
  effects.filter((effect, i) => {
    const place = ({ n }: Effect) => saved.get(n)?.sequence ?? 0;
    return effects.slice(0, i).some((earlier) => place(earlier) > place(effect));
  }).length;

/** The same numbers for the same seed, from 0 to less than 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
