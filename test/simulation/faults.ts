/** What can happen to the service and to what it stands on. Each fault ends by itself, and everything runs again then. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../src/demo/random.ts';
import { type Chunk, type Passage, passAll, type Rule, type TcpProxy } from '../support/proxy.ts';
import type { Node } from './node.ts';
import type { World } from './world.ts';

export interface Fault {
  readonly name: string;
  /** Which instance, and by how much: the same for the same seed. */
  readonly detail: string;
  strike(world: World): Promise<void>;
}

/** Ways to spoil a conversation, as rules of a proxy; `size` says how badly, by milliseconds or bytes. */
export const SPOILERS = {
  latency:
    (size: number): Rule =>
    () =>
      delay<Passage>(size % 400, 'pass'),
  timeout: (): Rule => () => 'swallow',
  reset: (size: number): Rule => {
    let left = size % 20;
    return ({ bytes }) => (left-- > 0 ? 'pass' : { upTo: bytes.length >> 1, end: 'reset' });
  },
  slicer: (): Rule => {
    return async ({ bytes, link, direction }): Promise<Passage> => {
      const to = direction === 'request' ? link.server : link.client;
      for (let at = 0; at < bytes.length; at += 7) {
        to.write(bytes.subarray(at, at + 7));
        if (at % 70 === 0) await delay(1);
      }
      return 'swallow';
    };
  },
  'byte limit': (size: number): Rule => byteLimit(size),
} as const satisfies Record<string, (size: number) => Rule>;
export type Spoiler = keyof typeof SPOILERS | 'down';
export const SPOILER_NAMES: readonly Spoiler[] = [...(Object.keys(SPOILERS) as (keyof typeof SPOILERS)[]), 'down'];

/** Every connection ends after so many bytes of answers. */
export function byteLimit(bytes: number): Rule {
  const passed = new WeakMap<Chunk['link'], number>();
  return (chunk) => {
    if (chunk.direction === 'request') return 'pass';
    const room = bytes - (passed.get(chunk.link) ?? 0);
    passed.set(chunk.link, bytes - room + chunk.bytes.length);
    return chunk.bytes.length < room ? 'pass' : { upTo: Math.max(0, room), end: 'close' };
  };
}

/** Cuts the connection of a client whose operation is done, before the first byte of the answer that says so. */
export class ReplyCuts {
  left = 0;
  met = 0;
  readonly #asked = new WeakMap<Chunk['link'], boolean>();

  readonly rule: Rule = ({ direction, bytes, link }) => {
    if (direction === 'request') {
      if (/^(POST|GET) /.test(bytes.toString('latin1', 0, 5))) this.#asked.set(link, bytes[0] === POST);
      return 'pass';
    }
    const says = bytes.toString('latin1', 0, DONE.length);
    if (this.left === 0 || says !== DONE || !this.#asked.get(link)) return 'pass';
    this.left -= 1;
    this.met += 1;
    return { upTo: 0, end: this.met % 2 === 0 ? 'close' : 'reset' };
  };
}

const POST = 'P'.charCodeAt(0);
const DONE = 'HTTP/1.1 20';

/** Spoils what goes through this proxy for so long. */
export async function spoil(proxy: TcpProxy, spoiler: Spoiler, size: number, forMs: number): Promise<void> {
  if (spoiler === 'down') {
    proxy.refusing = true;
    proxy.endAll();
  } else proxy.rule = SPOILERS[spoiler](size);
  await delay(forMs);
  proxy.refusing = false;
  proxy.rule = passAll;
  // Whoever waits on a connection that swallowed something would wait in vain.
  if (spoiler === 'timeout' || spoiler === 'slicer') proxy.endAll();
}

export async function killService({ process }: Node): Promise<void> {
  await process.end('SIGKILL');
  await process.start();
}

export async function killDatabase(world: World): Promise<void> {
  await world.signalDatabase('SIGKILL');
  for (const { process } of world.nodes) await process.healthy();
}

export async function stopService({ process }: Node, forMs: number): Promise<void> {
  process.signal('SIGSTOP');
  await delay(forMs);
  process.signal('SIGCONT');
}

export async function terminateBackends(world: World): Promise<number> {
  const ended = await world.sql<{ pid: number }>(
    `with ours as materialized (select pid from pg_stat_activity where usename = 'pochi_app')
     select pid from ours where pg_terminate_backend(pid)`,
  );
  return ended.length;
}

export interface FaultBounds {
  /** Milliseconds that a process is stopped at most. */
  readonly longestStop: number;
  readonly longestSpoil: number;
}

/** The next fault of a schedule: a function of what the generator gives, and of nothing else. */
export function nextFault(random: Random, { longestStop, longestSpoil }: FaultBounds): Fault {
  const number = random.whole(0, 1);
  const stop = random.whole(Math.min(2_000, longestStop), longestStop);
  const forMs = random.whole(200, longestSpoil);
  const size = random.whole(1, 2_048);
  const spoiler = random.pick(SPOILER_NAMES as [Spoiler, ...Spoiler[]]);
  const clock = random.pick([-86_400_000, -3_600_000, -1_000, 0, 3_600_000, 86_400_000]);
  const of = `instance ${number}`;
  const faults: readonly [Fault, ...Fault[]] = [
    { name: 'service killed', detail: of, strike: (world) => killService(world.node(number)) },
    { name: 'database killed', detail: '', strike: killDatabase },
    {
      name: 'service stopped',
      detail: `${of} for ${stop} ms`,
      strike: (world) => stopService(world.node(number), stop),
    },
    {
      name: 'database stopped',
      detail: `for ${forMs} ms`,
      strike: async (world) => {
        await world.signalDatabase('SIGSTOP');
        await delay(forMs);
        await world.signalDatabase('SIGCONT');
      },
    },
    { name: 'backends terminated', detail: '', strike: async (world) => void (await terminateBackends(world)) },
    {
      name: `database link: ${spoiler}`,
      detail: `${of}, ${size}, for ${forMs} ms`,
      strike: (world) => spoil(world.node(number).back, spoiler, size, forMs),
    },
    {
      name: `client link: ${spoiler}`,
      detail: `${of}, ${size}, for ${forMs} ms`,
      strike: (world) => spoil(world.node(number).front, spoiler, size, forMs),
    },
    {
      name: 'connections cut',
      detail: of,
      strike: async (world) => {
        world.node(number).back.endAll();
        world.node(number).front.endAll();
      },
    },
    {
      name: 'clock stepped',
      detail: `${of} by ${clock} ms`,
      strike: async (world) => world.node(number).process.send({ kind: 'clock', offsetMs: clock }),
    },
  ];
  return random.pick(faults);
}
