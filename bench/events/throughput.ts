/**
 * `npm run bench:events [-- --messages N]`: messages from a broker of its own through the service into the books and out
 * again as events; a fifth of them sent twice, a fifth late, one in a hundred poison. Checks the books afterwards.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeTraffic } from '../../test/support/event-traffic.ts';
import { audit } from './audit.ts';
import { Sender } from './sender.ts';
import { settled } from './settled.ts';
import { metricAt, Stage } from './stage.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const PORT = 3971;

const stage = await Stage.open();
try {
  await stage.startService(PORT);
  const sender = await Sender.open(stage.rabbit.url);
  const traffic = makeTraffic({ count: Number(values.messages), seed: Number(values.seed), name: 'bench' });
  await sender.sendAll(traffic.opening);
  await consumed(traffic.opening.length);

  const before = await stage.processorTime();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const sending = sender.sendAll(traffic.messages).then(seconds);
  await consumed(traffic.opening.length + traffic.messages.length);
  const recorded = seconds();
  await drained();
  const published = seconds();
  const rate = (time: number) => Math.round(traffic.messages.length / time);
  console.log(`sent       ${rate(await sending)} messages/s`);
  console.log(`recorded   ${rate(recorded)} messages/s`);
  console.log(`published  ${rate(published)} messages/s: all their events are confirmed`);
  const after = await stage.processorTime();
  for (const [part, time] of Object.entries(after)) {
    const used = time - (before[part] ?? 0);
    const each = Math.round((used / traffic.messages.length) * 1e6);
    console.log(`${part.padEnd(11)}${used.toFixed(1)} s of processor time, ${each} µs a message`);
  }
  // What came to the service more than once was counted more than once: some may still be on their way.
  await settled(PORT, async (queue) => (await sender.channel.checkQueue(queue)).messageCount);
  const again = ((await metricAt(PORT, 'pochi_events_consumed_total')) ?? 0) - traffic.opening.length;
  if (again > traffic.messages.length) console.log(`${again - traffic.messages.length} messages were delivered again`);
  await sender.close();
  const { counts, problems } = await audit(stage, traffic.expected);
  if (problems.length > 0) throw new Error(`${problems.length} things are wrong:\n${problems.slice(0, 10).join('\n')}`);
  console.log('audited   ', counts);
} finally {
  await stage.close();
}

async function consumed(count: number): Promise<void> {
  while (((await metricAt(PORT, 'pochi_events_consumed_total')) ?? 0) < count) await delay(200);
}

async function drained(): Promise<void> {
  while ((await metricAt(PORT, 'pochi_events_backlog_operations')) !== 0) await delay(200);
}
