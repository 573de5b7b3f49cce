/** One instance of the service with a proxy on every side: before its clients, its database, and its broker if it has one. */

import { freePort, ServiceProcess } from '../faults/service-process.ts';
import { HttpClient } from '../support/client.ts';
import { passAll, TcpProxy } from '../support/proxy.ts';

const PRELOAD = new URL('./preload.ts', import.meta.url).pathname;

export interface NodeOptions {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly token: string;
  readonly connections: number;
  /** Past the proxies: where nothing is spoilt, they would only be in the way of what is measured. */
  readonly direct?: boolean;
  /** The address of the broker. */
  readonly broker?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export class Node {
  readonly process: ServiceProcess;
  /** Between clients and this instance. */
  readonly front: TcpProxy;
  /** Between this instance and the database. */
  readonly back: TcpProxy;
  /** Between this instance and the broker. */
  readonly side: TcpProxy | null;
  readonly client: HttpClient;

  private constructor(process: ServiceProcess, proxies: Pick<Node, 'front' | 'back' | 'side'>, client: HttpClient) {
    this.process = process;
    this.front = proxies.front;
    this.back = proxies.back;
    this.side = proxies.side;
    this.client = client;
  }

  /** Prepares it; nothing runs yet. */
  static async prepare(options: NodeOptions): Promise<Node> {
    const { broker, direct = false } = options;
    const by = (proxy: TcpProxy, url: string) => (direct ? url : proxy.through(url));
    const back = await TcpProxy.before(options.appUrl);
    const side = broker === undefined ? null : await TcpProxy.before(broker);
    const settings = {
      DATA_DIR: options.dataDir,
      DATABASE_URL: by(back, options.appUrl),
      DATABASE_OWNER_URL: options.ownerUrl,
      RATE_LIMIT: '0',
      INTEGRITY_EVERY: '0',
      ...(broker !== undefined && side && { AMQP_URL: by(side, broker) }),
      ...options.settings,
    };
    const process = new ServiceProcess({ port: await freePort(), settings, preload: PRELOAD });
    const front = await TcpProxy.before(process.base);
    const client = new HttpClient(by(front, process.base), options.token, options.connections);
    return new Node(process, { front, back, side }, client);
  }

  /** Ends what a fault has left behind on the way to it and from it. */
  heal(): void {
    for (const proxy of this.#proxies) {
      proxy.rule = passAll;
      proxy.refusing = false;
    }
  }

  async remove(): Promise<void> {
    this.client.close();
    this.process.signal('SIGCONT');
    await this.process.end('SIGTERM');
    await Promise.all(this.#proxies.map((proxy) => proxy.stop()));
  }

  get #proxies(): readonly TcpProxy[] {
    return [this.front, this.back, ...(this.side ? [this.side] : [])];
  }
}
