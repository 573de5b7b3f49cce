/** The service as it is started, on a database of the tests, and clients that keep what they hear. */
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { readConfig } from '../../src/config.ts';
import { startHttp } from '../../src/faces/http/start.ts';
import type { Answer, ClientEvent, ClientEvents, ServerEvents } from '../../src/faces/socket/contract.ts';
import { createLog } from '../../src/log.ts';
import { startService } from '../../src/service.ts';
import type { Role } from '../../src/tokens.ts';
import { until } from '../support/until.ts';

const SECRET = randomBytes(32).toString('hex');

export interface Urls {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

export interface Instance {
  readonly base: string;
  /** A request of the service's own token; throws unless it is answered with success. Gives the answer's `data`. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it.
  call(method: string, path: string, body?: object, token?: string): Promise<any>;
  stop(): Promise<void>;
}

/** Starts one instance on a free port. */
export async function startInstance({ appUrl, ownerUrl }: Urls, env: Record<string, string> = {}): Promise<Instance> {
  const config = readConfig({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_DURABILITY: 'trusted',
    JWT_SECRET: SECRET,
    SECRETS_KEY: SECRET,
    PORT: '0',
    RATE_LIMIT: '0',
    INTEGRITY_EVERY: '0',
    ...env,
  });
  const service = await startService(config, createLog('error'), [startHttp]);
  const base = new URL(service.addresses.API ?? '').origin;
  const staff = await tokenFor('service', 'shop');
  const call = async (method: string, path: string, body?: object, token = staff) => {
    const answer = await fetch(new URL(path, base), {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as { data?: unknown };
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(json)}`);
    return json.data;
  };
  return { base, call, stop: () => service.stop() };
}

/** `seconds` from now the token expires. */
export const tokenFor = (role: Role, subject: string, seconds = 3600): Promise<string> =>
  new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuer('pochi')
    .setAudience('pochi')
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(SECRET));

export interface Heard {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it.
  readonly payload: any;
}

export class TestClient {
  readonly socket: Socket<ServerEvents, ClientEvents>;
  /** All that came, in its order. */
  readonly heard: Heard[] = [];
  readonly reasons: string[] = [];

  constructor(base: string, auth: object, options: Partial<ManagerOptions & SocketOptions> = {}) {
    this.socket = io(base, { auth, forceNew: true, reconnection: false, transports: ['websocket'], ...options });
    this.socket.onAny((name: string, payload: unknown) => this.heard.push({ name, payload }));
    this.socket.on('disconnect', (reason) => this.reasons.push(reason));
  }

  /** What came of these events; of all events of the feed without names. */
  of(...names: string[]): Heard[] {
    return this.heard.filter(({ name, payload }) =>
      names.length ? names.includes(name) : payload.place && payload.eventId,
    );
  }

  async ready(): Promise<Heard['payload']> {
    await until(() => this.of('wallet:ready').length > 0);
    return this.of('wallet:ready').at(-1)?.payload;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the tests also send what the contract does not know.
  ask(name: ClientEvent, input: unknown): Promise<Answer<any>> {
    return this.socket.timeout(10_000).emitWithAck(name, input as never) as never;
  }

  /** Resumes page by page. */
  async resume(after: string): Promise<number> {
    for (let pages = 1, from = after; ; pages += 1) {
      const answer = await this.ask('wallet:resume', { after: from });
      if (answer.status === 'error') throw new Error(answer.code);
      if (answer.data.complete) return pages;
      from = answer.data.next;
    }
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A client that has been told that it is connected. */
export async function connect(
  base: string,
  token: string,
  more: object = {},
  options: Partial<ManagerOptions & SocketOptions> = {},
): Promise<TestClient> {
  const client = new TestClient(base, { token, ...more }, options);
  await client.ready();
  return client;
}

/** Why a client is not let in. */
export async function refusalOf(client: TestClient): Promise<Error & { data?: { code: string; message: string } }> {
  const error = await new Promise<Error>((resolve, reject) => {
    client.socket.once('connect_error', resolve);
    client.socket.once('connect', () => reject(new Error('it was let in')));
  });
  client.close();
  return error;
}
