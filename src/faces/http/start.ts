import type { AddressInfo } from 'node:net';
import { tokenKey } from '../../tokens.ts';
import type { StartFace } from '../face.ts';
import { createServer } from './server.ts';

/** The HTTP face as the service starts it. */
export const startHttp: StartFace = async ({ config, log, engine, assets, reads, registries }) => {
  const keys = config.jwtJwksUrl === null ? { secret: await tokenKey(config) } : { jwksUrl: config.jwtJwksUrl };
  const app = await createServer({
    engine,
    assets,
    points: engine.points,
    database: reads,
    log,
    registries,
    settings: {
      tokens: { keys, issuer: config.jwtIssuer, audience: config.jwtAudience },
      bodyLimit: config.bodyLimit,
      rateLimit: config.rateLimit,
      rateLimitTrusted: config.rateLimitTrusted,
      customerRecordedPayments: config.customerRecordedPayments,
      defaultCurrency: config.defaultCurrency,
    },
  });
  await app.listen({ host: config.host, port: config.port });
  const address = addressOf(app.server.address() as AddressInfo, config.host);
  return {
    addresses: { API: `${address}/api/v1`, Reference: `${address}/reference/` },
    stop: () => app.close(),
  };
};

/** An address to click on: one that listens everywhere is reached as localhost. */
function addressOf({ port }: AddressInfo, host: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
