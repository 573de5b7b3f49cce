import type { App } from '../../src/faces/http/app.ts';
import { createServer, type ServerParts } from '../../src/faces/http/server.ts';
import { createLog } from '../../src/log.ts';

/** The server is only asked what it has: it needs no database and no engine for that. */
export async function describedServer(): Promise<App> {
  const nothing = {} as Omit<ServerParts, 'settings' | 'log'>;
  return createServer({
    ...nothing,
    database: { query: () => Promise.reject(new Error('there is no database here')) },
    log: createLog('error'),
    settings: {
      tokens: { keys: { secret: new Uint8Array(32) }, issuer: 'pochi', audience: 'pochi' },
      bodyLimit: 1024,
      rateLimit: 0,
      rateLimitTrusted: 0,
    },
  });
}
