/** F4: the links of an instance are spoilt in every way, cut between COMMIT and reply, and cut after every number of bytes. */
import { Random } from '../../../src/demo/random.ts';
import { CommitFaults } from '../../support/commit-faults.ts';
import { passAll, type TcpProxy } from '../../support/proxy.ts';
import { rabbitProgram } from '../../support/rabbit.ts';
import { until } from '../../support/until.ts';
import { Events } from '../events.ts';
import { byteLimit, ReplyCuts, SPOILER_NAMES, spoil } from '../faults.ts';
import type { Node } from '../node.ts';
import type { World } from '../world.ts';
import { Times } from './figures.ts';
import { type Run, type RunOptions, underLoad } from './run.ts';

const HTTP_AND_DATABASE: Readonly<Record<string, (node: Node) => TcpProxy>> = {
  'client to service': ({ front }) => front,
  'service to database': ({ back }) => back,
};
const LINKS: typeof HTTP_AND_DATABASE = {
  ...HTTP_AND_DATABASE,
  'service to broker': ({ side }) => side as TcpProxy,
};
const MOST_BYTES = 2_048;
/** So many spoilt links go with a sweep over each number of bytes; fewer make its steps longer. */
const FOR_WHOLE_SWEEP = 20;
/** For each of them, connections that are cut between COMMIT and reply, on the way to the service and on that to the client. */
const CUTS = 25;
/** For each of them, messages that come beside. */
const MESSAGES = 1_000;
const MESSAGES_AT_ONCE = 2;

export const proxyRun: Run = async (options) => {
  const program = rabbitProgram();
  if (program === null) throw new Error('rabbitmq-server is not installed');
  const events = await Events.open(program, options.seed, options.count * MESSAGES);
  return underLoad({ ...options, events }, async (world) => {
    await events.start(world, MESSAGES_AT_ONCE);
    const { spoilt, pauses } = await spoilAll(world, options);
    const cuts = await cutBeforeReply(world, options.count * CUTS);
    const swept = await sweep(world, options);
    return { counts: { spoilt, ...cuts, swept, messages: events.count, pauseMs: new Times(pauses) } };
  });
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

/** Cuts exactly there: COMMIT is done and not a byte of it has reached the service; or the service, and none its client. */
async function cutBeforeReply(world: World, times: number) {
  const faults = world.nodes.map(({ back }) => {
    const met = new CommitFaults();
    back.rule = met.rule;
    return met;
  });
  for (let n = 0; n < times; n += 1) {
    const met = faults[n % faults.length] as CommitFaults;
    met.plan({ at: 'end', how: n % 4 < 2 ? 'close' : 'reset' });
    await until(() => met.left === 0);
    await world.clients.recorded(5);
  }
  await world.check();
  const replies = world.nodes.map(({ front, back }) => {
    back.rule = passAll;
    const cuts = new ReplyCuts();
    front.rule = cuts.rule;
    return cuts;
  });
  for (let n = 0; n < times; n += 1) {
    const cuts = replies[n % replies.length] as ReplyCuts;
    cuts.left += 1;
    await until(() => cuts.left === 0);
    await world.clients.recorded(5);
  }
  for (const { front } of world.nodes) front.rule = passAll;
  await world.check();
  const sum = (all: readonly { met: number }[]) => all.reduce((met, each) => met + each.met, 0);
  return { cutAfterCommit: sum(faults), cutBeforeAnswer: sum(replies) };
}

/** Byte limits on one link after another, each until clients have got something done all the same. */
async function sweep(world: World, { count, tell }: RunOptions): Promise<number> {
  const step = Math.max(1, Math.round(FOR_WHOLE_SWEEP / count));
  let swept = 0;
  for (const [link, proxyOf] of Object.entries(HTTP_AND_DATABASE)) {
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
