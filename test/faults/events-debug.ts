/**
 * `npm run faults:events [-- --messages N --service-kills N --broker-kills N --outages N --outage-seconds N]`: messages
 * and HTTP top-ups go on while the service and the broker are killed, and while the broker is away for longer. Afterwards
 * nothing may be lost, and nothing may have happened twice.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { audit } from '../../bench/events/audit.ts';
import { metricAt, QUEUE, Stage } from '../../bench/events/stage.ts';
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

const stage = await Stage.open();
const sender = new StubbornSender(stage.rabbit.url);
try {
  await stage.startService(PORT);
  const listener = await Listener.bind(stage.rabbit.url);
  const traffic = makeTraffic({ count: Number(values.messages), seed: Number(values.seed), name: 'faults' });
  await sender.sendAll(traffic.opening);
  await settled();

  const writer = await HttpWriter.start(PORT);
  const tick = setInterval(async () => console.log('t', Math.round(performance.now()/1000), writer.acknowledged, await metricAt(PORT,'pochi_engine_waiting_operations'), await metricAt(PORT,'pochi_events_in_hand'), await metricAt(PORT, 'pochi_broker_connected'), await metricAt(PORT,'pochi_events_backlog_operations')), 1000); tick.unref();
  const faults = faultsOf(Number(values['service-kills']), Number(values['broker-kills']), Number(values.outages));
  // The messages come throughout the faults, and a last part of them behind all.
  const part = Math.ceil(traffic.messages.length / (faults.length + 1));
  let sending = Promise.resolve();
  for (const [n, fault] of faults.entries()) {
    const share = traffic.messages.slice(n * part, (n + 1) * part);
    sending = sending.then(() => sender.sendAll(share));
    await delay(300 + Math.random() * 700);
    await fault();
    process.stdout.write(`\r${n + 1} of ${faults.length} faults, ${writer.acknowledged} top-ups over HTTP `);
  }
  await sending;
  await sender.sendAll(traffic.messages.slice(faults.length * part));
  await writer.stop();
  const started = performance.now();
  await settled();
  console.log(
    `\nthe backlog has drained ${((performance.now() - started) / 1000).toFixed(1)} s after the last message`,
  );
  await sender.close();

  await audit(stage, traffic);
  await auditListener(stage, writer, listener);
} finally {
  await stage.close();
}

/** The faults in an order in which each kind comes throughout. */
function faultsOf(serviceKills: number, brokerKills: number, outages: number): (() => Promise<void>)[] {
  const spread = (count: number, fault: () => Promise<void>) =>
    Array.from({ length: count }, (_, n) => ({ at: (n + 0.5) / count, fault }));
  return [...spread(serviceKills, killService), ...spread(brokerKills, killBroker), ...spread(outages, outage)]
    .sort((a, b) => a.at - b.at)
    .map(({ fault }) => fault);
}

async function killService(): Promise<void> {
  await stage.killService(PORT);
  await stage.startService(PORT);
}

async function killBroker(): Promise<void> {
  await stage.rabbit.kill();
  await stage.rabbit.start();
}

/** The broker is away for a while, and the API has to go on meanwhile. */
async function outage(): Promise<void> {
  await stage.rabbit.kill();
  const before = await metricAt(PORT, 'pochi_engine_batch_operations_sum');
  await delay(Number(values['outage-seconds']) * 1000);
  const after = await metricAt(PORT, 'pochi_engine_batch_operations_sum');
  if (before === null || after === null || after <= before) throw new Error('the API did not go on without the broker');
  await stage.rabbit.start();
}

/** Waits until the queue is empty, nothing is in hand, and everything is published. */
async function settled(): Promise<void> {
  for (let calm = 0; calm < 5; ) {
    await delay(200);
    const waiting = await sender.waiting(QUEUE);
    const [inHand, backlog] = [
      await metricAt(PORT, 'pochi_events_in_hand'),
      await metricAt(PORT, 'pochi_events_backlog_operations'),
    ];
    calm = waiting === 0 && inHand === 0 && backlog === 0 ? calm + 1 : 0;
  }
}
