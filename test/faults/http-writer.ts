/** Top-ups over HTTP that go on whatever happens, and whoever hears of them. */
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from 'amqplib';
import pg from 'pg';
import { EXCHANGE, SECRET, type Stage } from '../../bench/events/stage.ts';
import { readConfig } from '../../src/config.ts';
import { signToken } from '../../src/tokens.ts';

const WRITERS = 4;
const PATIENCE_MS = 20_000;
const BATCH = 1_000;
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

  readonly #base: string;
  readonly #token: string;

  private constructor(port: number, token: string) {
    this.#base = `http://127.0.0.1:${port}`;
    this.#token = token;
  }

  static async start(port: number): Promise<HttpWriter> {
    const token = await signToken(readConfig({ JWT_SECRET: SECRET }), { role: 'service', subject: 'writer' });
    const writer = new HttpWriter(port, token);
    writer.#running = Promise.all(Array.from({ length: WRITERS }, (_, n) => writer.#write(n)));
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

  /** Has so many more acknowledged, as fast as batches go. */
  async pileUp(count: number): Promise<void> {
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      const operations = Array.from({ length: size }, (_, n) => ({
        operation: 'walletTopup',
        ...bodyOf('http-pile', `http-pile-${done + n}`),
      }));
      while ((await this.#send('/api/v1/batch', { operations })) !== null) await delay(100);
      this.#acknowledge(size);
    }
  }

  async #write(writer: number): Promise<void> {
    for (let n = 0; !this.#stopping; n += 1) {
      for (;;) {
        const failure = await this.#send('/api/v1/wallets/topup', bodyOf(`http-${writer}`, `http-${writer}-${n}`));
        if (failure === null) break;
        this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
        await delay(100);
      }
      this.#acknowledge(1);
      await delay(10);
    }
  }

  #acknowledge(count: number): void {
    this.acknowledged += count;
    this.#longestPause = Math.max(this.#longestPause, performance.now() - this.#last);
    this.#last = performance.now();
  }

  /** Null where it was answered that all of it is done, and what came instead otherwise. */
  async #send(path: string, body: object): Promise<string | null> {
    return fetch(`${this.#base}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).then(
      async (response) => {
        const text = await response.text();
        if (!response.ok) return `status ${response.status}`;
        const undone = JSON.parse(text).data.outcomes?.find(({ status }: { status: number }) => status >= 300);
        return undone ? `status ${undone.status}` : null;
      },
      (error) => error.cause?.code ?? error.name,
    );
  }
}

const bodyOf = (customer: string, reference: string) => ({
  ...{ user_id: customer, asset_code: 'USD', amount: 1, reference_id: reference },
});

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

/** A line for every way in which top-ups were lost, happened twice, or were not told of; and how many were compared. */
export async function auditListener(stage: Stage, writer: HttpWriter, listener: Listener) {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const { rows: topups } = await client.query(`select id from operations where operation = 'walletTopup'`);
  const { rows: sums } = await client.query(
    `select coalesce(sum(b.balance), 0)::text as sum from accounts a
       join wallet_balances b on b.ledger_id = a.ledger_id and b.account_id = a.id
      where a.owner like 'http-%'`,
  );
  await client.end();
  const problems: string[] = [];
  if (Number(sums[0].sum) !== writer.acknowledged)
    problems.push(`${writer.acknowledged} top-ups were acknowledged over HTTP, and their wallets hold ${sums[0].sum}`);
  const { ids, messages } = await listener.heard(stage.rabbit.url);
  const lost = topups.filter(({ id }) => !ids.has(`${id}-0`));
  if (lost.length > 0) problems.push(`${lost.length} top-ups were never told of, such as ${lost[0].id}`);
  if (ids.size !== topups.length) problems.push(`${ids.size} top-ups were told of, but there are ${topups.length}`);
  const { acknowledged } = writer;
  return { counts: { acknowledgedOverHttp: acknowledged, topupsTold: ids.size, topupMessages: messages }, problems };
}
