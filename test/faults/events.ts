/**
 * `npm run faults:events [-- --messages N --service-kills N --broker-kills N --outages N --outage-seconds N]`: messages
 * and HTTP top-ups go on while the service and the broker are killed, and while the broker is away for longer. Afterwards
 * nothing may be lost, and nothing may have happened twice.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { audit } from '../../bench/events/audit.ts';
import { settled } from '../../bench/events/settled.ts';
import { Stage } from '../../bench/events/stage.ts';
import { makeTraffic } from '../support/event-traffic.ts';
import { auditListener, HttpWriter, Listener } from './http-writer.ts';
import { StubbornSender } from './stubborn-sender.ts';

const number = (preset: string) => ({ type: 'string', default: preset }) as const;
const { values } = parseArgs({
  options: {
    messages: number('100000'),
    'service-kills': number('50'),
    'broker-kills': number('20'),
    outages: number('20'),
    'outage-seconds': number('30'),
    seed: number('1'),
  },
});
const PORT = 3973;

interface Fault {
  readonly name: string;
  strike(): Promise<void>;
}

/** What may come between two top-ups while only the broker is ill: nothing that takes longer than a busy machine. */
const MOST_PAUSE_MS = 5_000;

const stage = await Stage.open();
const sender = new StubbornSender(stage.rabbit.url);
try {
  await stage.startService(PORT);
  const listener = await Listener.bind(stage.rabbit.url);
  const traffic = makeTraffic({ count: Number(values.messages), seed: Number(values.seed), name: 'faults' });
  await sender.sendAll(traffic.opening);
  await settled(PORT, (queue) => sender.waiting(queue));

  const writer = await HttpWriter.start(PORT);
  const faults = faultsOf(Number(values['service-kills']), Number(values['broker-kills']), Number(values.outages));
  const pauses = new Map<string, number>();
  // The messages come throughout the faults, and a last part of them behind all.
  const part = Math.ceil(traffic.messages.length / (faults.length + 1));
  let sending = Promise.resolve();
  for (const [n, fault] of faults.entries()) {
    const share = traffic.messages.slice(n * part, (n + 1) * part);
    sending = sending.then(() => sender.sendAll(share));
    await delay(300 + Math.random() * 700);
    writer.takeLongestPause();
    const before = writer.acknowledged;
    await fault.strike();
    const pause = Math.round(writer.takeLongestPause());
    pauses.set(fault.name, Math.max(pauses.get(fault.name) ?? 0, pause));
    console.log(
      `${n + 1}/${faults.length} ${fault.name}: ${writer.acknowledged - before} top-ups over HTTP meanwhile, none for ${pause} ms at the longest`,
    );
    if (fault.name !== 'service killed' && pause > MOST_PAUSE_MS) throw new Error('the API did not go on');
  }
  await sending;
  await sender.sendAll(traffic.messages.slice(faults.length * part));
  await writer.stop();
  const started = performance.now();
  await settled(PORT, (queue) => sender.waiting(queue));
  console.log(
    `\nthe backlog has drained ${((performance.now() - started) / 1000).toFixed(1)} s after the last message`,
  );
  await sender.close();
  console.log(`answers over HTTP that were none: ${JSON.stringify(Object.fromEntries(writer.failures))}`);
  console.log(`longest pauses in ms: ${JSON.stringify(Object.fromEntries(pauses))}`);

  await audit(stage, traffic);
  await auditListener(stage, writer, listener);
} finally {
  await stage.close();
}

/** The faults in an order in which each kind comes throughout. */
function faultsOf(serviceKills: number, brokerKills: number, outages: number): Fault[] {
  const spread = (count: number, name: string, strike: () => Promise<void>) =>
    Array.from({ length: count }, (_, n) => ({ at: (n + 0.5) / count, name, strike }));
  return [
    ...spread(serviceKills, 'service killed', killService),
    ...spread(brokerKills, 'broker killed', killBroker),
    ...spread(outages, 'broker away', outage),
  ].sort((a, b) => a.at - b.at);
}

async function killService(): Promise<void> {
  await stage.killService(PORT);
  await stage.startService(PORT);
}

async function killBroker(): Promise<void> {
  await stage.rabbit.kill();
  await stage.rabbit.start();
}

/** The broker is away for a while. */
async function outage(): Promise<void> {
  await stage.rabbit.kill();
  await delay(Number(values['outage-seconds']) * 1000);
  await stage.rabbit.start();
}
