/** One instance of the service with a proxy on either side: before its clients, and before its database. */

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
  readonly settings?: Readonly<Record<string, string>>;
}

export class Node {
  readonly process: ServiceProcess;
  /** Between clients and this instance. */
  readonly front: TcpProxy;
  /** Between this instance and the database. */
  readonly back: TcpProxy;
  readonly client: HttpClient;

  private constructor(process: ServiceProcess, front: TcpProxy, back: TcpProxy, client: HttpClient) {
    this.process = process;
    this.front = front;
    this.back = back;
    this.client = client;
  }

  /** Prepares it; nothing runs yet. */
  static async prepare(options: NodeOptions): Promise<Node> {
    const back = await TcpProxy.before(options.appUrl);
    const settings = {
      DATA_DIR: options.dataDir,
      DATABASE_URL: back.through(options.appUrl),
      DATABASE_OWNER_URL: options.ownerUrl,
      RATE_LIMIT: '0',
      INTEGRITY_EVERY: '0',
      ...options.settings,
    };
    const process = new ServiceProcess({ port: await freePort(), settings, preload: PRELOAD });
    const front = await TcpProxy.before(process.base);
    const client = new HttpClient(front.through(process.base), options.token, options.connections);
    return new Node(process, front, back, client);
  }

  /** Ends what a fault has left behind on the way to it and from it. */
  heal(): void {
    for (const proxy of [this.front, this.back]) {
      proxy.rule = passAll;
      proxy.refusing = false;
    }
  }

  async remove(): Promise<void> {
    this.client.close();
    this.process.signal('SIGCONT');
    await this.process.end('SIGTERM');
    await Promise.all([this.front.stop(), this.back.stop()]);
  }
}
