/** The HTTP face over an engine and a database of its own. */
import { SignJWT } from 'jose';
import type { App } from '../../src/faces/http/app.ts';
import { createServer, type ServerParts, type ServerSettings } from '../../src/faces/http/server.ts';
import type { IntegritySettings } from '../../src/faces/integrity/integrity.ts';
import { openIntegrity } from '../../src/faces/integrity/open.ts';
import { createOutbound } from '../../src/faces/outbound/outbound.ts';
import { Sealer } from '../../src/faces/webhooks/sealer.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import type { Role } from '../../src/tokens.ts';
import { openCheckpoints } from './checkpoints.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { openEngine, type TestEngineOptions } from './engine.ts';

export const SECRET = new TextEncoder().encode('a secret that only the tests are meant to know');

export const SETTINGS: ServerSettings = {
  tokens: { keys: { secret: SECRET }, issuer: 'pochi', audience: 'pochi' },
  bodyLimit: 1024 * 1024,
  rateLimit: 0,
  rateLimitTrusted: 0,
};

/** Nothing is verified unless a test asks for it. */
export const INTEGRITY: IntegritySettings = { every: 0, onViolation: 'report' };

/** What secrets in the database are encrypted under. */
export const SECRETS_KEY = 'a key that only the tests are meant to know';

export interface Claims {
  readonly role: Role;
  readonly subject?: string;
  readonly ledger?: string;
  /** How long it is valid. */
  readonly hours?: number;
}

/** A token that is valid for an hour where nothing else is said. */
export const tokenOf = ({ role, subject = role, ledger, hours = 1 }: Claims): Promise<string> =>
  new SignJWT({ role, ...(ledger !== undefined && { ledger }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuer('pochi')
    .setAudience('pochi')
    .setExpirationTime(`${hours}h`)
    .sign(SECRET);

export interface Call {
  /** Whose token goes along; without it, none does. */
  readonly as?: Role | Claims;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it.
  readonly json: any;
}

export interface TestServer {
  readonly app: App;
  readonly database: TestDatabase;
  call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** `parts` replaces what the server is made of. */
export async function openServer(
  parts: Partial<ServerParts> = {},
  engineOptions: TestEngineOptions = {},
): Promise<TestServer> {
  const database = await createTestDatabase();
  const { engine, close: closeEngine } = await openEngine(database.appUrl, engineOptions);
  const log = createLog('error');
  const assets = new AssetRegistry(database.app);
  await assets.refresh();
  const app = await createServer({
    engine,
    assets,
    points: engine.points,
    integrity: openIntegrity({ ...database, reads: database.app, log }, INTEGRITY),
    checkpoints: openCheckpoints(database.app),
    outbound: createOutbound({ allow: [], timeoutMs: 1_000 }),
    sealer: new Sealer(SECRETS_KEY),
    database: database.app,
    log,
    settings: SETTINGS,
    ...parts,
  });
  const close = async () => {
    await app.close();
    await closeEngine();
    await database.drop();
  };
  return { app, database, call: (method, url, call) => callApp(app, method, url, call), close };
}

async function callApp(
  app: App,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  call: Call = {},
): Promise<Answer> {
  const { as, body, headers = {} } = call;
  const token = as === undefined ? null : await tokenOf(typeof as === 'string' ? { role: as } : as);
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return {
    status: response.statusCode,
    headers: response.headers as Answer['headers'],
    text: response.body,
    json: isJson ? JSON.parse(response.body) : undefined,
  };
}
