/**
 * F6: messages of which many come twice, late or wrong, while the service is killed; before them, a few whose acknowledgement
 * never gets through, until the broker gives them up.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { audit } from '../../../bench/events/audit.ts';
import { settled } from '../../../bench/events/settled.ts';
import { QUEUE, Stage } from '../../../bench/events/stage.ts';
import { Random } from '../../../src/demo/random.ts';
import { freePort } from '../../faults/service-process.ts';
import { StubbornSender } from '../../faults/stubborn-sender.ts';
import { everyAckCut } from '../../support/broker-faults.ts';
import { type Expected, makeTraffic, type TrafficMessage } from '../../support/event-traffic.ts';
import { passAll, TcpProxy } from '../../support/proxy.ts';
import { until } from '../../support/until.ts';
import type { Run, RunOptions, RunResult } from './run.ts';

/** One kill of the service for so many messages. */
const MESSAGES_A_KILL = 2_000;
const PAST_LIMIT = 10;
/** Each costs a hundred connections. */
const PAST_LIMIT_MS = 600_000;
const CUSTOMER = 'past-limit';

export const messagesRun: Run = async (options) => {
  const stage = await Stage.open();
  const proxy = await TcpProxy.before(stage.rabbit.url);
  const sender = new StubbornSender(stage.rabbit.url);
  try {
    return await carriedOut(stage, proxy, sender, options);
  } finally {
    await sender.close();
    await proxy.stop();
    await stage.close();
  }
};

async function carriedOut(
  stage: Stage,
  proxy: TcpProxy,
  sender: StubbornSender,
  { count, seed, tell }: RunOptions,
): Promise<RunResult> {
  const port = await freePort();
  const start = () => stage.startService(port, proxy.through(stage.rabbit.url));
  await start();
  proxy.rule = everyAckCut;
  const given = overLimit();
  await sender.sendAll(given);
  await until(async () => (await sender.waiting(`${QUEUE}.dead`)) === PAST_LIMIT, PAST_LIMIT_MS);
  proxy.rule = passAll;
  tell(`${PAST_LIMIT} messages were delivered past the limit`);

  const traffic = makeTraffic({ count, seed, name: 'messages' });
  await sender.sendAll(traffic.opening);
  const quiet = () => settled(port, (queue) => sender.waiting(queue));
  await quiet();
  const random = new Random(seed);
  const kills = Math.max(1, Math.round(count / MESSAGES_A_KILL));
  const part = Math.ceil(count / kills);
  for (let n = 0; n < kills; n += 1) {
    const sending = sender.sendAll(traffic.messages.slice(n * part, (n + 1) * part));
    await delay(random.whole(50, 500));
    await stage.killService(port);
    await start();
    await sending;
    if ((n + 1) % 10 === 0) tell(`${n + 1}/${kills} kills of the service, ${(n + 1) * part} messages sent`);
  }
  await quiet();
  const { counts, problems } = await audit(stage, withOverLimit(traffic.expected), PAST_LIMIT);
  return { counts: { messages: count, serviceKilled: kills, pastLimit: PAST_LIMIT, ...counts }, problems };
}

const overLimit = (): TrafficMessage[] =>
  Array.from({ length: PAST_LIMIT }, (_, n) => ({
    routingKey: 'transaction.completed',
    body: JSON.stringify({ transactionId: `${CUSTOMER}-${n}`, type: 'topup', amount: 1, userId: CUSTOMER }),
  }));

/** They were carried out and told of, once each, before the broker gave them up. */
function withOverLimit({ balances, transactions, poison }: Expected): Expected {
  const own = Array.from({ length: PAST_LIMIT }, (_, n) => [`${CUSTOMER}-${n}`, 'completed'] as const);
  return {
    balances: new Map([...balances, [CUSTOMER, BigInt(PAST_LIMIT) * 100n]]),
    transactions: new Map([...transactions, ...own]),
    poison,
  };
}
