/** Top-ups over HTTP that go on whatever happens, and whoever hears of them. */
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'amqplib';
import pg from 'pg';
import { EXCHANGE, SECRET, type Stage } from '../../bench/events/stage.ts';
import { readConfig } from '../../src/config.ts';
import { signToken } from '../../src/tokens.ts';

const WRITERS = 4;
const PATIENCE_MS = 20_000;
const QUEUE = 'listener';

/** Each of its top-ups is of one unit, and is sent under its reference until it is answered. */
export class HttpWriter {
  acknowledged = 0;
  /** What else came than an acknowledgement, and how often. */
  readonly failures = new Map<string, number>();
  #stopping = false;
  #last = performance.now();
  #longestPause = 0;
  #running: Promise<unknown> = Promise.resolve();

  static async start(port: number): Promise<HttpWriter> {
    const token = await signToken(readConfig({ JWT_SECRET: SECRET }), { role: 'service', subject: 'writer' });
    const writer = new HttpWriter();
    writer.#running = Promise.all(Array.from({ length: WRITERS }, (_, n) => writer.#write(port, token, n)));
    return writer;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** The longest time in milliseconds without an acknowledgement, since this was last asked. */
  takeLongestPause(): number {
    const longest = Math.max(this.#longestPause, performance.now() - this.#last);
    this.#longestPause = 0;
    this.#last = performance.now();
    return longest;
  }

  async #write(port: number, token: string, writer: number): Promise<void> {
    for (let n = 0; !this.#stopping; n += 1) {
      for (;;) {
        const failure = await topUp(port, token, `http-${writer}`, `http-${writer}-${n}`);
        if (failure === null) break;
        this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
        await delay(100);
      }
      this.acknowledged += 1;
      this.#longestPause = Math.max(this.#longestPause, performance.now() - this.#last);
      this.#last = performance.now();
      await delay(10);
    }
  }
}

/** Null where it was answered that it is done, and what came instead otherwise. */
async function topUp(port: number, token: string, customer: string, reference: string): Promise<string | null> {
  const body = { user_id: customer, asset_code: 'USD', amount: 1, reference_id: reference };
  return fetch(`http://127.0.0.1:${port}/api/v1/wallets/topup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok ? null : `status ${response.status}`;
    },
    (error) => error.cause?.code ?? error.name,
  );
}

/** A queue that hears of every top-up. */
export class Listener {
  static async bind(url: string): Promise<Listener> {
    const connection = await connect(url);
    const channel = await connection.createChannel();
    await channel.assertQueue(QUEUE, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.bindQueue(QUEUE, EXCHANGE, 'wallet.funds_added');
    await connection.close();
    return new Listener();
  }

  /** The ids of all events that have arrived, and how many messages they came in. */
  async heard(url: string): Promise<{ readonly ids: ReadonlySet<string>; readonly messages: number }> {
    const connection = await connect(url);
    const channel = await connection.createChannel();
    const ids = new Set<string>();
    let messages = 0;
    const { messageCount } = await channel.checkQueue(QUEUE);
    const all = Promise.withResolvers<void>();
    if (messageCount === 0) all.resolve();
    await channel.consume(
      QUEUE,
      (message) => {
        if (!message) return;
        ids.add(message.properties.messageId);
        messages += 1;
        if (messages === messageCount) all.resolve();
      },
      { noAck: true },
    );
    await all.promise;
    await connection.close();
    return { ids, messages };
  }
}

/** Throws where a top-up was lost, happened twice, or was not told of. */
export async function auditListener(stage: Stage, writer: HttpWriter, listener: Listener): Promise<void> {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const { rows: topups } = await client.query(`select id from operations where operation = 'walletTopup'`);
  const { rows: sums } = await client.query(
    `select sum(b.balance)::text as sum from accounts a
       join wallet_balances b on b.ledger_id = a.ledger_id and b.account_id = a.id
      where a.owner like 'http-%'`,
  );
  await client.end();
  if (Number(sums[0].sum) !== writer.acknowledged) {
    throw new Error(
      `${writer.acknowledged} top-ups over HTTP were acknowledged, but their wallets hold ${sums[0].sum}`,
    );
  }
  const { ids, messages } = await listener.heard(stage.rabbit.url);
  const lost = topups.filter(({ id }) => !ids.has(`${id}-0`));
  if (lost.length > 0) throw new Error(`${lost.length} top-ups were never told of, such as ${lost[0].id}`);
  if (ids.size !== topups.length) throw new Error(`${ids.size} top-ups were told of, but there are ${topups.length}`);
  console.log(
    `audited    ${writer.acknowledged} top-ups over HTTP, each once; ${ids.size} top-ups in all told of in ${messages} messages`,
  );
}
