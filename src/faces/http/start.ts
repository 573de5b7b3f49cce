import type { AddressInfo } from 'node:net';
import type { Config } from '../../config.ts';
import { LedgerNames } from '../../queries/ledgers.ts';
import { tokenKey } from '../../tokens.ts';
import type { StartFace } from '../face.ts';
import { vapidSettings } from '../push/vapid.ts';
import { SocketMetrics } from '../socket/metrics.ts';
import { Sockets } from '../socket/sockets.ts';
import { openSealer } from '../webhooks/sealer.ts';
import { Authenticator } from './authenticate.ts';
import { createServer } from './server.ts';
import { tokenVerifier } from './tokens.ts';

/** The HTTP face as the service starts it. */
export const startHttp: StartFace = async ({
  config,
  log,
  engine,
  assets,
  reads,
  integrity,
  checkpoints,
  outbound,
  hub,
  registries,
  isStopping,
}) => {
  const keys = config.jwtJwksUrl === null ? { secret: await tokenKey(config) } : { jwksUrl: config.jwtJwksUrl };
  const tokens = { keys, issuer: config.jwtIssuer, audience: config.jwtAudience };
  const metrics = new SocketMetrics();
  const sockets = new Sockets({
    authenticator: new Authenticator(tokenVerifier(tokens), new LedgerNames(reads)),
    hub,
    assets,
    database: reads,
    log,
    metrics,
    origins: config.corsOrigins ?? [],
    perSubject: config.socketsPerSubject,
  });
  const app = await createServer({
    engine,
    assets,
    points: engine.points,
    integrity,
    checkpoints,
    outbound,
    sealer: await openSealer(config),
    database: reads,
    log,
    registries: [...registries, metrics.registry],
    isStopping,
    tellRead: (read) => sockets.tellRead(read),
    settings: {
      tokens,
      corsOrigins: config.corsOrigins ?? [],
      bodyLimit: config.bodyLimit,
      rateLimit: config.rateLimit,
      rateLimitTrusted: config.rateLimitTrusted,
      customerRecordedPayments: config.customerRecordedPayments,
      defaultCurrency: config.defaultCurrency,
      desk: config,
      push: vapidSettings(config),
      console: { environment: config.environment, oidc: oidcOf(config) },
    },
  });
  sockets.attach(app.server);
  await app.listen({ host: config.host, port: config.port });
  const address = addressOf(app.server.address() as AddressInfo, config.host);
  return {
    addresses: { Console: `${address}/`, API: `${address}/api/v1`, Reference: `${address}/reference/` },
    stop: async () => {
      await sockets.stop();
      await app.close();
    },
  };
};

const oidcOf = ({ oidcIssuer, oidcClientId }: Config) =>
  oidcIssuer === null || oidcClientId === null ? null : { issuer: oidcIssuer, clientId: oidcClientId };

/** An address to click on: one that listens everywhere is reached as localhost. */
function addressOf({ port }: AddressInfo, host: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
