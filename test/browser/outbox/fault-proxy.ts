/** Stands between the pages and the service: serves the test's page, and cuts requests before or after they are applied. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class FaultProxy {
  /** Which part of the requests is cut: half of them before they are applied, half after. */
  faults = 0;
  /** Whether there is a network at all. */
  online = true;
  /** Writes that reached the service. */
  writes = 0;
  /** How many writes began while another one was on its way. */
  overlaps = 0;
  readonly #target: string;
  readonly #script: string;
  readonly #random: () => number;
  readonly #server: Server;
  #inFlight = 0;

  private constructor(target: string, script: string, random: () => number) {
    this.#target = target;
    this.#script = script;
    this.#random = random;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy());
    });
  }

  static async before(target: string, script: string, random: () => number): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, script, random);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.#target);
    if (pathname === '/') return void response.setHeader('content-type', 'text/html').end(PAGE);
    if (pathname === '/page.js') {
      return void response.setHeader('content-type', 'text/javascript').end(this.#script);
    }
    if (!pathname.startsWith('/api/')) return void response.writeHead(404).end();
    await this.#write(request, response);
  }

  async #write(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#inFlight > 0) this.overlaps += 1;
    this.#inFlight += 1;
    try {
      const body = await bodyOf(request);
      const fate = this.#random();
      if (!this.online || fate < this.faults / 2) return void request.socket.destroy();
      this.writes += 1;
      const answer = await fetch(new URL(request.url ?? '/', this.#target), {
        method: request.method ?? 'GET',
        headers: passedOn(request),
        body,
      });
      const text = await answer.text();
      if (fate < this.faults) return void request.socket.destroy();
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
        date: answer.headers.get('date') ?? '',
        ...(answer.headers.has('idempotent-replayed') && { 'idempotent-replayed': 'true' }),
      });
      response.end(text);
    } finally {
      this.#inFlight -= 1;
    }
  }
}

const PAGE = '<!doctype html><title>Outbox</title><script type="module" src="/page.js"></script>';
const PASSED_ON = ['authorization', 'content-type', 'idempotency-key', 'accept-language'];

const passedOn = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
