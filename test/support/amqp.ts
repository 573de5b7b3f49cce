/** The broker's face over an engine, a database and names of its own. */
import { randomBytes } from 'node:crypto';
import { type ConfirmChannel, type ConsumeMessage, connect, type Options } from 'amqplib';
import { inject } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { EngineSettings } from '../../src/engine/engine.ts';
import { type AmqpSettings, connectAmqp } from '../../src/faces/amqp/start.ts';
import { declareQueues } from '../../src/faces/amqp/topology.ts';
import { within } from '../../src/faces/amqp/within.ts';
import type { Face } from '../../src/faces/face.ts';
import { FeedHub } from '../../src/faces/feed/hub.ts';
import { openIntegrity } from '../../src/faces/integrity/open.ts';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import type { TestDatabase } from './database.ts';
import { openEngine, type TestEngine } from './engine.ts';
import './broker-setup.ts';
import { openCheckpoints } from './checkpoints.ts';

/** The broker of this run; null where there is none, and what needs it is skipped. */
export const brokerUrl = inject('brokerUrl');

export interface TestMessage {
  readonly routingKey: string;
  /** An object is sent as JSON, a text as it is. */
  readonly body: unknown;
  readonly options?: Options.Publish;
}

export const MAIN = 1n;

const EVERYTHING = 'wallet.#';

const ANSWER_TIMEOUT_MS = 30_000;

/** Exchange and queues of one test, and somebody who sends to them and listens. */
export class TestBroker {
  readonly exchange: string;
  readonly queue: string;
  readonly #channel: ConfirmChannel;
  readonly #close: () => Promise<void>;

  private constructor(name: string, channel: ConfirmChannel, close: () => Promise<void>) {
    this.exchange = `${name}.events`;
    this.queue = `${name}.wallet`;
    this.#channel = channel;
    this.#close = close;
  }

  static async open(url: string): Promise<TestBroker> {
    const connection = await connect(url);
    connection.on('error', () => {});
    const channel = await connection.createConfirmChannel();
    channel.on('error', () => {});
    const name = `pochi-test-${randomBytes(6).toString('hex')}`;
    const broker = new TestBroker(name, channel, () => connection.close());
    // As an operator would before the service is there: what is sent at once must not be lost.
    await declareQueues(channel, broker);
    await channel.assertQueue(broker.heard, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await broker.bind();
    return broker;
  }

  /** From now on everything arrives in `heard` that the service publishes, or what this pattern is of. */
  async bind(pattern = EVERYTHING): Promise<void> {
    await this.#channel.bindQueue(this.heard, this.exchange, pattern);
  }

  async unbind(pattern = EVERYTHING): Promise<void> {
    await this.#channel.unbindQueue(this.heard, this.exchange, pattern);
  }

  /** Where everything arrives that the service publishes. */
  get heard(): string {
    return `${this.queue}.heard`;
  }

  get dead(): string {
    return `${this.queue}.dead`;
  }

  /** The service's settings for it. */
  get environment(): Record<string, string> {
    return { AMQP_EXCHANGE: this.exchange, AMQP_QUEUE: this.queue };
  }

  async send(...messages: readonly TestMessage[]): Promise<void> {
    for (const { routingKey, body, options } of messages) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      this.#channel.publish(this.exchange, routingKey, Buffer.from(text), {
        persistent: true,
        contentType: 'application/json',
        ...options,
      });
    }
    await within(ANSWER_TIMEOUT_MS, 'the confirms', this.#channel.waitForConfirms());
  }

  /** Takes all that is in a queue now. */
  async take(queue: string): Promise<ConsumeMessage[]> {
    const wanted = await this.waiting(queue);
    const taken: ConsumeMessage[] = [];
    if (wanted === 0) return taken;
    const enough = Promise.withResolvers<void>();
    const take = (message: ConsumeMessage | null) => {
      if (message && taken.push(message) === wanted) enough.resolve();
    };
    const { consumerTag } = await this.#channel.consume(queue, take, { noAck: true });
    await within(ANSWER_TIMEOUT_MS, `${wanted} messages of ${queue}`, enough.promise);
    await this.#channel.cancel(consumerTag);
    return taken;
  }

  /** How many messages wait in a queue, those in hand not counted. */
  async waiting(queue: string): Promise<number> {
    const { messageCount } = await within(ANSWER_TIMEOUT_MS, `a look at ${queue}`, this.#channel.checkQueue(queue));
    return messageCount;
  }

  async remove(): Promise<void> {
    for (const queue of [this.queue, this.dead, this.heard]) await this.#channel.deleteQueue(queue);
    await this.#channel.deleteExchange(this.exchange);
    await this.#close();
  }
}

export interface TestInstance extends TestEngine {
  readonly face: Face;
  metric(name: string): Promise<number>;
}

export interface InstanceOptions {
  /** Ways to the broker and to the database, by default the straight ones. */
  readonly url?: string;
  readonly databaseUrl?: string;
  readonly settings?: Partial<AmqpSettings>;
  readonly engine?: Partial<EngineSettings>;
}

/** One instance of the service, as far as the broker is concerned. */
export async function openInstance(
  database: TestDatabase,
  broker: TestBroker,
  options: InstanceOptions = {},
): Promise<TestInstance> {
  const url = options.url ?? brokerUrl;
  if (url === null) throw new Error('there is no broker');
  const opened = await openEngine(options.databaseUrl ?? database.appUrl, { settings: options.engine ?? {} });
  const assets = new AssetRegistry(opened.reads);
  await assets.refresh();
  const registries: Parameters<typeof connectAmqp>[0]['registries'] = [];
  const hub = new FeedHub(opened.engine, opened.reads);
  const log = createLog((process.env.TEST_LOG as 'debug') ?? 'silent');
  const appUrl = options.databaseUrl ?? database.appUrl;
  const face = await connectAmqp(
    {
      config: readConfig(broker.environment),
      log,
      engine: opened.engine,
      assets,
      reads: opened.reads,
      databaseUrl: appUrl,
      outbound: createOutbound({ allow: [], timeoutMs: 1_000 }),
      hub,
      integrity: openIntegrity({ appUrl, reads: opened.reads, log }, { every: 0, onViolation: 'report' }),
      checkpoints: openCheckpoints(opened.reads),
      registries,
      isStopping: () => false,
    },
    url,
    { poll: 50, longestRetry: 100, ...options.settings },
  );
  const close = async () => {
    await face.stop();
    hub.close();
    await opened.close();
  };
  const metric = async (name: string) => {
    const found = await registries[0]?.getSingleMetric(name)?.get();
    return (found?.values ?? []).reduce((sum, { value }) => sum + value, 0);
  };
  return { ...opened, face, metric, close };
}
