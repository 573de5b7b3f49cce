/** A client of the HTTP API over real connections, which it keeps open. */
import { Connection, requestText } from '../../bench/http-client.ts';

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
}

/** Less than a service leaves an idle connection open: none is used that it is about to close. */
const IDLE_MS = 4_000;

export class HttpClient {
  readonly #host: string;
  readonly #port: number;
  readonly #token: string;
  readonly #most: number;
  #open = 0;
  #isClosed = false;
  readonly #connections = new Set<Connection>();
  /** The one that was used last at the end. */
  readonly #free: { readonly connection: Connection; readonly since: number }[] = [];
  readonly #queue: Asked[] = [];

  /** `base` is the address before `/api/v1`; at most `connections` are open at a time, and who finds none free waits. */
  constructor(base: string, token: string, connections: number) {
    const { hostname, port } = new URL(base);
    this.#host = hostname;
    this.#port = Number(port);
    this.#token = token;
    this.#most = connections;
  }

  /** Rejects where no whole answer comes within `patience` milliseconds: what became of the request is then unknown. */
  post(path: string, body: unknown, patience = 60_000): Promise<HttpAnswer> {
    return this.send({ method: 'POST', path, body, patience });
  }

  /** Rejects as `post` does. */
  send({ method, path, body, headers = {}, patience = 60_000 }: HttpRequest): Promise<HttpAnswer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const asked = new Asked(requestText({ method, path, token: this.#token, headers, ...json }), patience);
    this.#queue.push(asked);
    this.#next();
    return asked.answer;
  }

  /** Ends every connection: what is under way on one has no answer. */
  close(): void {
    this.#isClosed = true;
    for (const connection of this.#connections) connection.close();
  }

  /** Gives those that wait to connections that are free, and to new ones. */
  #next(): void {
    for (let [asked] = this.#queue; asked; [asked] = this.#queue) {
      if (!asked.isOver) {
        const connection = this.#takeFree();
        if (connection) void this.#carry(asked, connection);
        else if (this.#open < this.#most) void this.#openFor(asked);
        else return;
      }
      this.#queue.shift();
    }
  }

  #takeFree(): Connection | null {
    for (let last = this.#free.pop(); last; last = this.#free.pop()) {
      if (last.connection.isOpen && performance.now() - last.since < IDLE_MS) return last.connection;
      this.#drop(last.connection);
    }
    return null;
  }

  async #openFor(asked: Asked): Promise<void> {
    this.#open += 1;
    try {
      const connection = await Connection.open(this.#host, this.#port);
      this.#connections.add(connection);
      if (this.#isClosed) connection.close();
      await this.#carry(asked, connection);
    } catch (error) {
      this.#open -= 1;
      asked.fail(error as Error);
      this.#next();
    }
  }

  async #carry(asked: Asked, connection: Connection): Promise<void> {
    asked.breakOff = () => connection.close();
    // While the connection was made, patience may have ended.
    if (!asked.isOver)
      await connection.send(asked.text).then(
        ({ status, body }) => asked.succeed({ status, text: body }),
        (error) => asked.fail(error),
      );
    if (connection.isOpen) this.#free.push({ connection, since: performance.now() });
    else this.#drop(connection);
    this.#next();
  }

  #drop(connection: Connection): void {
    this.#connections.delete(connection);
    this.#open -= 1;
    connection.close();
  }
}

/** One request on its way. */
class Asked {
  readonly text: string;
  readonly answer: Promise<HttpAnswer>;
  isOver = false;
  /** Gives up the connection that it was sent on. */
  breakOff: () => void = () => {};
  readonly #patience: NodeJS.Timeout;
  readonly #settle: PromiseWithResolvers<HttpAnswer>;

  constructor(text: string, patience: number) {
    this.text = text;
    this.#settle = Promise.withResolvers();
    this.answer = this.#settle.promise;
    this.#patience = setTimeout(() => {
      this.fail(Object.assign(new Error(`no answer within ${patience} ms`), { code: 'ABORT_ERR' }));
      this.breakOff();
    }, patience);
  }

  succeed(answer: HttpAnswer): void {
    this.#end();
    this.#settle.resolve(answer);
  }

  fail(error: Error): void {
    this.#end();
    this.#settle.reject(error);
  }

  #end(): void {
    this.isOver = true;
    clearTimeout(this.#patience);
  }
}
