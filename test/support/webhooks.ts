/** Receivers of webhooks, and instances of the service that deliver to them. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { readConfig } from '../../src/config.ts';
import { FeedHub } from '../../src/faces/feed/hub.ts';
import { openIntegrity } from '../../src/faces/integrity/open.ts';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import { deliverWebhooks, type WebhookSettings } from '../../src/faces/webhooks/start.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { openCheckpoints } from './checkpoints.ts';
import { openEngine, type TestEngine } from './engine.ts';
import { INTEGRITY, openServer, SECRETS_KEY, type TestServer } from './http.ts';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The event's id. */
  readonly id: string;
}

/** What a receiver does with a message: a status to answer with, an answer of its own, or none. */
export type Reaction = number | ((response: ServerResponse) => unknown);

/** A server that is told of events. */
export class Receiver {
  readonly received: Received[] = [];
  react: (message: Received) => Reaction | Promise<Reaction> = () => 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('error', () => {});
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const { headers, url: path = '' } = request;
        const body = Buffer.concat(chunks).toString('utf8');
        const message = { path, headers, body, id: String(headers['webhook-id']) };
        this.received.push(message);
        const reaction = await this.react(message);
        if (typeof reaction === 'number') response.writeHead(reaction).end();
        else reaction(response);
      });
    });
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** What came for an event, in its order. */
  of(id: string): Received[] {
    return this.received.filter((message) => message.id === id);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    if (this.#server.listening) await once(this.#server, 'close');
  }
}

/** Receivers of tests are on this machine. */
const testOutbound = (timeoutMs: number) => createOutbound({ allow: ['127.0.0.1'], timeoutMs });

/** The HTTP face, which takes receivers on this machine. */
export const openWebhookServer = (): Promise<TestServer> => openServer({ outbound: testOutbound(1_000) });

export interface DelivererOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Partial<WebhookSettings>;
  /** Milliseconds that a receiver has. */
  readonly timeoutMs?: number;
  /** Another way to the database. */
  readonly databaseUrl?: string;
}

export interface Deliverer extends TestEngine {
  readonly engine: TestEngine['engine'];
  metric(name: string, labels?: Readonly<Record<string, string>>): Promise<number>;
}

/** An instance of the service, as far as webhooks are concerned. Its attempts follow within milliseconds. */
export async function openDeliverer(appUrl: string, options: DelivererOptions = {}): Promise<Deliverer> {
  const { env = {}, settings = {}, timeoutMs = 500, databaseUrl = appUrl } = options;
  const opened = await openEngine(databaseUrl);
  const assets = new AssetRegistry(opened.reads);
  await assets.refresh();
  const log = createLog((process.env.TEST_LOG as 'debug') ?? 'silent');
  const hub = new FeedHub(opened.engine, opened.reads);
  const outbound = testOutbound(timeoutMs);
  const registries: Registry[] = [];
  const face = await deliverWebhooks(
    {
      config: readConfig({ SECRETS_KEY, WEBHOOK_RETRIES: '0,0,0,0,0,0,0,0,0,0', ...env }),
      log,
      engine: opened.engine,
      assets,
      reads: opened.reads,
      databaseUrl,
      outbound,
      hub,
      integrity: openIntegrity({ appUrl, reads: opened.reads, log }, INTEGRITY),
      checkpoints: openCheckpoints(opened.reads),
      registries,
      isStopping: () => false,
    },
    { pollMs: 20, firstRestMs: 20, longestRestMs: 100, ...settings },
  );
  const close = async () => {
    await face.stop();
    hub.close();
    await outbound.close();
    await opened.close();
  };
  const metric = async (name: string, labels: Readonly<Record<string, string>> = {}) => {
    const found = await Promise.all(registries.map((registry) => registry.getSingleMetric(name)?.get()));
    return found
      .flatMap((one) => one?.values ?? [])
      .filter(({ labels: has }) => Object.entries(labels).every(([key, value]) => has[key] === value))
      .reduce((sum, { value }) => sum + value, 0);
  };
  return { ...opened, metric, close };
}
