/**
 * `npm run bench:events:latency [-- --rate N --seconds N]`: from the moment a top-up is sent to the moment when its
 * wallet.transactionFinalized arrives at another service: event, balance, published event.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect } from 'amqplib';
import { FINALIZED, Sender } from './sender.ts';
import { Stage } from './stage.ts';

const { values } = parseArgs({
  options: { rate: { type: 'string', default: '200' }, seconds: { type: 'string', default: '30' } },
});
const [rate, seconds] = [Number(values.rate), Number(values.seconds)];
const PORT = 3972;
/** What the first ones take is the start of the processes, not the service. */
const WARM_UP = rate * 5;

const stage = await Stage.open();
try {
  await stage.startService(PORT);
  const sender = await Sender.open(stage.rabbit.url);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const listener = await listen(stage.rabbit.url, (transactionId) => {
    const sent = sentAt.get(transactionId);
    if (sent === undefined) return;
    sentAt.delete(transactionId);
    took.push(performance.now() - sent);
  });
  const count = WARM_UP + rate * seconds;
  const started = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = started + (n * 1000) / rate;
    if (due > performance.now()) await delay(due - performance.now());
    const body = { transactionId: `t-${n}`, type: 'topup', amount: 1, userId: `c-${n % 1000}` };
    sentAt.set(body.transactionId, performance.now());
    sender.send({ routingKey: 'transaction.completed', body: JSON.stringify(body) });
  }
  while (sentAt.size > 0) await delay(20);
  const measured = took.slice(WARM_UP).toSorted((a, b) => a - b);
  const at = (part: number) => `${(measured[Math.floor(measured.length * part)] ?? 0).toFixed(1)} ms`;
  console.log(`${measured.length} events at ${rate}/s: p50 ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(0.99999)}`);
  await listener.close();
  await sender.close();
} finally {
  await stage.close();
}

async function listen(url: string, onFinal: (transactionId: string) => void) {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  await channel.prefetch(1_000);
  await channel.consume(FINALIZED, (message) => {
    if (!message) return;
    onFinal(JSON.parse(message.content.toString()).transactionId);
    channel.ack(message);
  });
  return connection;
}
