/** F4: the links of an instance are spoilt in every way, and connections end after every number of bytes. */
import { Random } from '../../../src/demo/random.ts';
import { passAll, type TcpProxy } from '../../support/proxy.ts';
import { byteLimit, SPOILER_NAMES, spoil } from '../faults.ts';
import type { Node } from '../node.ts';
import type { World } from '../world.ts';
import { type Run, type RunOptions, spread, underLoad } from './run.ts';

const LINKS: Readonly<Record<string, (node: Node) => TcpProxy>> = {
  'client to service': ({ front }) => front,
  'service to database': ({ back }) => back,
};
const MOST_BYTES = 2_048;
/** So many spoilt links go with a sweep over each number of bytes; fewer make its steps longer. */
const FOR_WHOLE_SWEEP = 20;

export const proxyRun: Run = {
  what: 'latency, timeout, reset, slicer, byte limit and down on both links of an instance; then a sweep of byte limits',
  count: FOR_WHOLE_SWEEP,
  seconds: 3,
  carryOut: (options) =>
    underLoad(options, async (world) => {
      const { spoilt, pauses } = await spoilAll(world, options);
      const swept = await sweep(world, options);
      return { counts: { spoilt, pauseMs: spread(pauses), swept } };
    }),
};

async function spoilAll(world: World, { count, seconds, seed, tell }: RunOptions) {
  const random = new Random(seed);
  const spoilt: Record<string, number> = {};
  const pauses: number[] = [];
  for (const [link, proxyOf] of Object.entries(LINKS)) {
    for (const spoiler of SPOILER_NAMES) {
      world.clients.takeLongestPause();
      for (let n = 0; n < count; n += 1) {
        const proxy = proxyOf(world.node(random.whole(0, 1)));
        await spoil(proxy, spoiler, random.whole(1, MOST_BYTES), random.whole(200, seconds * 1_000));
        await world.clients.recorded(20);
      }
      pauses.push(world.clients.takeLongestPause());
      spoilt[`${link}: ${spoiler}`] = count;
      tell(`${link}: ${spoiler}, ${count} times; nothing was recorded for ${pauses.at(-1)} ms at the longest`);
      await world.check();
    }
  }
  return { spoilt, pauses };
}

/** Byte limits on one link after another, each until clients have got something done all the same. */
async function sweep(world: World, { count, tell }: RunOptions): Promise<number> {
  const step = Math.max(1, Math.round(FOR_WHOLE_SWEEP / count));
  let swept = 0;
  for (const [link, proxyOf] of Object.entries(LINKS)) {
    for (let bytes = 1; bytes <= MOST_BYTES; bytes += step) {
      const proxy = proxyOf(world.node(swept));
      proxy.rule = byteLimit(bytes);
      await world.clients.recorded(5);
      proxy.rule = passAll;
      swept += 1;
      if (swept % 100 === 0) tell(`${link}: after ${bytes} bytes`);
    }
    await world.check();
  }
  return swept;
}
