/** A server that speaks Loyverse's API: pages by cursor, newest record first, and the troubles of a real one. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoyverseRecord {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface LoyverseRequest {
  readonly list: string;
  readonly query: URLSearchParams;
}

/** What a trouble does to a request; undefined lets it pass. */
export type Trouble = (request: LoyverseRequest, response: ServerResponse) => 'handled' | undefined;

export const TOKEN = 'the-token-of-the-shop';

export class FakeLoyverse {
  readonly lists: Record<string, LoyverseRecord[]> = { customers: [], items: [] };
  readonly requests: LoyverseRequest[] = [];
  /** Called for each request before it is answered. */
  trouble: Trouble = () => undefined;
  /** Records a page; the real one gives what is asked for, up to 250. */
  pageSize = 250;
  /** Its clock, for the Date header. */
  now = () => new Date();
  readonly #server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1.0`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://localhost');
    const list = url.pathname.replace('/v1.0/', '');
    const query = url.searchParams;
    this.requests.push({ list, query });
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      send(response, 401, { errors: [{ code: 'UNAUTHORIZED' }] });
      return;
    }
    if (this.trouble({ list, query }, response) === 'handled') return;
    const records = this.lists[list];
    if (!records || Number(query.get('limit')) > 250) {
      send(response, 400, { errors: [{ code: 'BAD_REQUEST' }] });
      return;
    }
    response.setHeader('date', this.now().toUTCString());
    this.#page(records, list, query, response);
  }

  /** A cursor names the last record that was given, so that what is added meanwhile moves no page. */
  #page(records: readonly LoyverseRecord[], list: string, query: URLSearchParams, response: ServerResponse): void {
    const since = query.get('updated_at_min') ?? '';
    const after = query.get('cursor');
    const newestFirst = records
      .filter(
        ({ updated_at, deleted_at }) =>
          updated_at >= since && (list !== 'items' || !deleted_at || query.has('show_deleted')),
      )
      .toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
    const from = after === null ? 0 : newestFirst.findIndex(({ id }) => `after-${id}` === after) + 1;
    if (after !== null && from === 0) {
      send(response, 400, { errors: [{ code: 'INVALID_CURSOR' }] });
      return;
    }
    const page = newestFirst.slice(from, from + Math.min(this.pageSize, Number(query.get('limit') ?? 50)));
    const last = page.at(-1);
    const more = from + page.length < newestFirst.length;
    send(response, 200, { [list]: page, ...(more && last && { cursor: `after-${last.id}` }) });
  }
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
