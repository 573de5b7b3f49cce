/** The Socket.IO face: on the port of the HTTP face, with its tokens and its origins. See docs/operating/sockets.md. */
import type { Server as HttpServer } from 'node:http';
import type { Socket as Connection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { Authenticator, Identified } from '../http/authenticate.ts';
import type { WalletRead } from '../http/customer-wallet/reads.ts';
import { describeError } from '../http/describe-error.ts';
import { Problem } from '../http/problem.ts';
import { idValue } from '../wire/ids.ts';
import type { ClientEvents, ServerEvents } from './contract.ts';
import { CONNECT_WITHIN_MS, MOST_BYTES } from './limits.ts';
import { isFromAllowedOrigin } from './origins.ts';
import { jsonReady } from './present.ts';
import { endOf, errorOf, type ServerSocket, Session } from './session.ts';
import type { StreamParts } from './stream.ts';
import { LedgerStreams } from './streams.ts';

export interface SocketParts extends StreamParts {
  readonly authenticator: Authenticator;
  /** Origins besides the service's own whose pages may connect. */
  readonly origins: readonly string[];
  /** Sockets that one subject of a ledger may have open on this instance. */
  readonly perSubject: number;
}

/** Milliseconds that clients have to say goodbye when the service stops. */
const GOODBYE_MS = 500;

export class Sockets {
  readonly #parts: SocketParts;
  readonly #streams: LedgerStreams;
  readonly #connections = new Set<Connection>();
  readonly #bySubject = new Map<string, number>();
  #io: Server<ClientEvents, ServerEvents, Record<string, never>, { identified: Identified }> | null = null;
  #stopping = false;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#streams = new LedgerStreams(parts);
  }

  /** Takes the sockets that come to this server, from before it listens. */
  attach(server: HttpServer): void {
    const origins = new Set(this.#parts.origins);
    server.on('upgrade', (_request, connection: Connection) => {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
    });
    this.#io = new Server(server, {
      serveClient: false,
      maxHttpBufferSize: MOST_BYTES,
      connectTimeout: CONNECT_WITHIN_MS,
      cors: { origin: [...origins] },
      allowRequest: (request, decide) => {
        const allowed = !this.#stopping && isFromAllowedOrigin(request, origins);
        decide(allowed ? null : 'this origin may not connect', allowed);
      },
    });
    this.#io.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        (error: unknown) => next(refusal(describeError(error), socket)),
      );
    });
    this.#io.on('connection', (socket) => this.#serve(socket));
  }

  /** Tells a customer that their balance or their transactions were read. Only those who are connected here hear of it. */
  tellRead({ ledgerId, wallet, ...read }: WalletRead): void {
    const stream = this.#streams.get(ledgerId);
    if (!stream?.isHeard(wallet.customer)) return;
    const told = { customerId: idValue(wallet.customer), walletId: wallet.id };
    const { name, payload } =
      read.kind === 'balance'
        ? { name: 'wallet:balance_retrieved' as const, payload: { ...told, ...read.data } }
        : {
            name: 'wallet:transactions_retrieved' as const,
            payload: { ...told, transactions: read.data.map(jsonReady) },
          };
    stream.tell(wallet.customer, { name, payload: jsonReady(payload) });
  }

  /** Disconnects everyone; their clients come back to another instance and resume there. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#io?.disconnectSockets(true);
    this.#io?.engine.close();
    const patience = new AbortController();
    const gone = Promise.all([...this.#connections].map((one) => new Promise((done) => one.once('close', done))));
    await Promise.race([gone, delay(GOODBYE_MS, undefined, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
    for (const connection of this.#connections) connection.destroy();
    await this.#streams.stop();
  }

  async #admit(socket: ServerSocket): Promise<void> {
    const { token } = socket.handshake.auth;
    const { authenticator, perSubject } = this.#parts;
    const identified = await authenticator.identify(typeof token === 'string' ? token : '');
    if (endOf(identified) <= Date.now()) throw new Problem('UNAUTHENTICATED');
    if ((this.#bySubject.get(subjectKey(identified)) ?? 0) >= perSubject) throw new Problem('RATE_LIMITED');
    socket.data.identified = identified;
  }

  #serve(socket: ServerSocket): void {
    const { metrics } = this.#parts;
    const { identified } = socket.data;
    const key = subjectKey(identified);
    const stream = this.#streams.open(identified.principal.ledgerId);
    const session = new Session(socket, stream, this.#parts);
    this.#bySubject.set(key, (this.#bySubject.get(key) ?? 0) + 1);
    metrics.open.inc();
    socket.once('disconnect', () => {
      metrics.open.dec();
      session.close();
      this.#streams.close(stream);
      const left = (this.#bySubject.get(key) ?? 1) - 1;
      if (left === 0) this.#bySubject.delete(key);
      else this.#bySubject.set(key, left);
    });
  }
}

const subjectKey = ({ principal }: Identified): string =>
  `${principal.ledgerId} ${principal.role} ${principal.subject}`;

/** What the client gets as `connect_error`: our envelope is in its `data`. */
const refusal = (problem: Problem, socket: ServerSocket): Error => {
  const data = errorOf(problem, socket);
  return Object.assign(new Error(data.code), { data });
};
