/** F1: one of two instances is killed, at random moments and at each of the named ones on the way of a request. */
import { setTimeout as delay } from 'node:timers/promises';
import { Random } from '../../../src/demo/random.ts';
import { FAILPOINTS } from '../failpoint-names.ts';
import type { Node } from '../node.ts';
import type { World } from '../world.ts';
import { Times } from './figures.ts';
import { type Run, underLoad } from './run.ts';

/** A tenth as often as at random moments. */
const EACH = 0.1;
const PATIENCE_MS = 30_000;

export const killRun: Run = (options) =>
  underLoad(options, async (world) => {
    const random = new Random(options.seed);
    const readyMs: number[] = [];
    const kills: Record<string, number> = {};
    const kill = async (name: string, strike: (node: Node) => Promise<void>) => {
      const node = world.node(random.whole(0, 1));
      await strike(node);
      readyMs.push(await node.process.start());
      kills[name] = (kills[name] ?? 0) + 1;
      await world.clients.recorded(30);
      if (readyMs.length % 10 === 0) await world.check();
      options.tell(`${name}: ready after ${Math.round(readyMs.at(-1) ?? 0)} ms`);
    };
    for (let n = 0; n < options.count; n += 1) await kill('at random', (node) => killSoon(node, random));
    for (const at of FAILPOINTS) {
      for (let n = 0; n < Math.ceil(options.count * EACH); n += 1)
        await kill(at, (node) => killAt(world, node, { at, nth: random.whole(1, 40) }));
    }
    return { counts: { kills, readyMs: new Times(readyMs) } };
  });

async function killSoon({ process }: Node, random: Random): Promise<void> {
  await delay(random.whole(0, 200));
  await process.end('SIGKILL');
}

async function killAt(world: World, { process }: Node, point: { at: string; nth: number }): Promise<void> {
  process.send({ kind: 'failpoint', ...point });
  const gone = process.gone();
  const late = delay(PATIENCE_MS, 'late', { ref: false });
  if ((await Promise.race([gone, late])) !== 'late') return;
  world.found.push(`the failpoint "${point.at}" was not reached`);
  await process.end('SIGKILL');
}
