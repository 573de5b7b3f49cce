/** A client of the HTTP API over real connections, which it keeps open. */
import { Agent, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly patience?: number;
  /** Breaks it off. */
  readonly signal?: AbortSignal;
}

export class HttpClient {
  readonly #base: URL;
  readonly #token: string;
  readonly #agent: Agent;

  /** `base` is the address before `/api/v1`; at most `connections` are open at a time. */
  constructor(base: string, token: string, connections: number) {
    this.#base = new URL(base);
    this.#token = token;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
  }

  /** Rejects where no whole answer comes within `patience` milliseconds: what became of the request is then unknown. */
  post(path: string, body: unknown, patience = 60_000): Promise<HttpAnswer> {
    return this.send({ method: 'POST', path, body, patience });
  }

  /**
   * Rejects as `post` does. What only reads is asked for again where its connection was one that the service had closed
   * meanwhile, as it does with those that nobody uses.
   */
  send(asked: HttpRequest): Promise<HttpAnswer> {
    const { method, path, body, headers = {}, patience = 60_000, signal } = asked;
    const payload = body === undefined ? null : Buffer.from(JSON.stringify(body));
    const impatience = AbortSignal.timeout(patience);
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#base),
        {
          method,
          agent: this.#agent,
          signal: signal ? AbortSignal.any([signal, impatience]) : impatience,
          headers: {
            ...headers,
            authorization: `Bearer ${this.#token}`,
            ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            if (!response.complete) reject(new Error('the answer broke off'));
            else resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        const isStale = method === 'GET' && sent.reusedSocket && error.code === 'ECONNRESET';
        if (isStale) resolve(this.send(asked));
        else reject(error);
      });
      sent.end(payload ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
