/** A client of the HTTP API over real connections, which it keeps open. */
import { Agent, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
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
    const payload = Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.#base),
        {
          method: 'POST',
          agent: this.#agent,
          signal: AbortSignal.timeout(patience),
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/json',
            'content-length': payload.length,
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
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
