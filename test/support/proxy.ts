/** A TCP proxy that stands between two parties and spoils their conversation on demand. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One connection through the proxy; the same object for all its chunks, so that a rule can remember it. */
export interface Link {
  readonly client: Socket;
  readonly server: Socket;
}

export interface Chunk {
  readonly direction: 'request' | 'answer';
  readonly bytes: Buffer;
  readonly link: Link;
}

/**
 * What becomes of a chunk: passed on; swallowed, as a network does that loses packets; or passed on up to so many
 * bytes, before the connection ends on both sides by a close or a reset.
 */
export type Passage = 'pass' | 'swallow' | { readonly upTo: number; readonly end: 'close' | 'reset' };

/** Judges every chunk in both directions; the conversation waits for it, so that a delay is a rule too. */
export type Rule = (chunk: Chunk) => Passage | Promise<Passage>;

export const passAll: Rule = () => 'pass';

export class TcpProxy {
  rule: Rule = passAll;
  /** Whether new connections are turned away. */
  refusing = false;
  readonly #target: { host: string; port: number };
  readonly #server: Server;
  readonly #links = new Set<Link>();

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = createServer((client) => this.#accept(client));
  }

  /** Stands in front of the server that the address names. */
  static async before(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new TcpProxy({ host: hostname, port: Number(port || 5432) });
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** The same address by way of the proxy. */
  through(url: string): string {
    const address = new URL(url);
    address.hostname = '127.0.0.1';
    address.port = String((this.#server.address() as AddressInfo).port);
    return address.href;
  }

  get connections(): number {
    return this.#links.size;
  }

  /** Ends every connection that there is. */
  endAll(how: 'close' | 'reset' = 'reset'): void {
    for (const link of this.#links) finish(link, how);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.endAll();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    if (this.refusing) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ ...this.#target, noDelay: true });
    const link: Link = { client: client.setNoDelay(), server };
    this.#links.add(link);
    for (const socket of [client, server]) {
      // A spoilt conversation ends in errors on both sides; they are the point, not a fault of the test.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#links.delete(link);
        finish(link, 'close');
      });
    }
    void this.#carry('request', link, client, server);
    void this.#carry('answer', link, server, client);
  }

  async #carry(direction: Chunk['direction'], link: Link, from: Socket, to: Socket): Promise<void> {
    try {
      for await (const bytes of from.iterator({ destroyOnReturn: false })) {
        const passage = await this.rule({ direction, bytes, link });
        if (passage === 'swallow') continue;
        if (passage === 'pass') {
          if (!to.write(bytes)) await once(to, 'drain');
          continue;
        }
        if (passage.upTo > 0) await written(to, bytes.subarray(0, passage.upTo));
        finish(link, passage.end);
        return;
      }
      to.end();
    } catch {
      finish(link, 'close');
    }
  }
}

const written = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => socket.write(bytes, () => resolve()));

function finish({ client, server }: Link, how: 'close' | 'reset'): void {
  for (const socket of [client, server]) {
    if (how === 'reset') socket.resetAndDestroy();
    else socket.destroySoon();
  }
}
