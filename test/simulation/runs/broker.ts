/**
 * F5: the broker is killed, and is away for longer, while messages and top-ups over HTTP go on; then much is committed while
 * it is away. Nothing may be lost, nothing may happen twice, and the API goes on.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { audit } from '../../../bench/events/audit.ts';
import { settled } from '../../../bench/events/settled.ts';
import { metricAt, Stage } from '../../../bench/events/stage.ts';
import { Random } from '../../../src/demo/random.ts';
import { auditListener, HttpWriter, Listener } from '../../faults/http-writer.ts';
import { freePort } from '../../faults/service-process.ts';
import { StubbornSender } from '../../faults/stubborn-sender.ts';
import { makeTraffic } from '../../support/event-traffic.ts';
import { Times } from './figures.ts';
import type { Run, RunOptions, RunResult } from './run.ts';

/** For every kill: outages of the seconds that are asked for, messages, and operations that pile up. */
const OUTAGES = 0.4;
const MESSAGES = 2_000;
const PILE = 1_000;
/** What may come between two top-ups while only the broker is ill: nothing that takes longer than a busy machine. */
const MOST_PAUSE_MS = 5_000;

export const brokerRun: Run = async (options) => {
  const stage = await Stage.open();
  const sender = new StubbornSender(stage.rabbit.url);
  try {
    return await carriedOut(stage, sender, options);
  } finally {
    await sender.close();
    await stage.close();
  }
};

async function carriedOut(stage: Stage, sender: StubbornSender, options: RunOptions): Promise<RunResult> {
  const { count, seed, tell } = options;
  const port = await freePort();
  await stage.startService(port);
  const listener = await Listener.bind(stage.rabbit.url);
  const traffic = makeTraffic({ count: count * MESSAGES, seed, name: 'faults' });
  await sender.sendAll(traffic.opening);
  const quiet = () => settled(port, (queue) => sender.waiting(queue));
  await quiet();

  const writer = await HttpWriter.start(port);
  const struck = await strikeAll(stage, writer, options, (part, of) =>
    sender.sendAll(partOf(traffic.messages, part, of)),
  );
  // Else there would always be something left to tell.
  await writer.stop();
  const { backlog, drainMs } = await pileUp(stage, writer, { port, count: count * PILE, quiet });
  tell(`a backlog of ${backlog} operations drained in ${drainMs} ms`);

  const audits = [await audit(stage, traffic.expected), await auditListener(stage, writer, listener)];
  return {
    counts: {
      ...struck.counts,
      messages: traffic.messages.length,
      backlog,
      drainMs: new Times([drainMs]),
      ...audits[0]?.counts,
      ...audits[1]?.counts,
      withoutAnswer: Object.fromEntries(writer.failures),
    },
    problems: [
      ...struck.problems,
      ...(backlog < count * PILE ? [`the backlog was of ${backlog} operations`] : []),
      ...audits.flatMap(({ problems }) => problems),
    ],
  };
}

/** Kills and outages in turns, the messages throughout, and a last part of them behind all. */
async function strikeAll(
  stage: Stage,
  writer: HttpWriter,
  { count, seconds, seed, tell }: RunOptions,
  send: (part: number, of: number) => Promise<void>,
): Promise<RunResult> {
  const random = new Random(seed);
  const faults = [
    ...spread(count, { name: 'killed', awayMs: 0 }),
    ...spread(Math.ceil(count * OUTAGES), { name: 'away', awayMs: seconds * 1_000 }),
  ].sort((a, b) => a.at - b.at);
  const pauses = new Map<string, number[]>();
  let sending = Promise.resolve();
  for (const [n, { name, awayMs }] of faults.entries()) {
    sending = sending.then(() => send(n, faults.length + 1));
    await delay(random.whole(300, 1_000));
    writer.takeLongestPause();
    const before = writer.acknowledged;
    await stage.rabbit.kill();
    await delay(awayMs);
    await stage.rabbit.start();
    const pause = Math.round(writer.takeLongestPause());
    pauses.set(name, [...(pauses.get(name) ?? []), pause]);
    const meanwhile = writer.acknowledged - before;
    tell(
      `${n + 1}/${faults.length} broker ${name}: ${meanwhile} top-ups meanwhile, none for ${pause} ms at the longest`,
    );
  }
  await sending;
  await send(faults.length, faults.length + 1);
  const all = [...pauses.values()].flat();
  const late = all.filter((ms) => ms > MOST_PAUSE_MS).length;
  return {
    counts: {
      brokerKilled: pauses.get('killed')?.length ?? 0,
      brokerAway: pauses.get('away')?.length ?? 0,
      pauseMs: new Times(all),
    },
    problems: late > 0 ? [`${late} times no top-up was acknowledged for more than ${MOST_PAUSE_MS} ms`] : [],
  };
}

/** Operations that are committed while the broker is away: how many waited for it, and how long they took to be told. */
async function pileUp(
  stage: Stage,
  writer: HttpWriter,
  { port, count, quiet }: { port: number; count: number; quiet: () => Promise<void> },
): Promise<{ backlog: number; drainMs: number }> {
  await quiet();
  await stage.rabbit.kill();
  await writer.pileUp(count);
  const backlog = (await metricAt(port, 'pochi_events_backlog_operations')) ?? 0;
  await stage.rabbit.start();
  const began = performance.now();
  await quiet();
  return { backlog, drainMs: Math.round(performance.now() - began) };
}

const spread = (count: number, fault: { name: string; awayMs: number }) =>
  Array.from({ length: count }, (_, n) => ({ at: (n + 0.5) / count, ...fault }));

function partOf<T>(all: readonly T[], part: number, of: number): readonly T[] {
  const size = Math.ceil(all.length / of);
  return all.slice(part * size, (part + 1) * size);
}
