/** Lets browsers of named origins use the API. Tokens come in a header, never in a cookie, so credentials stay off. */
import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS = 'authorization, content-type, idempotency-key, approval, x-request-id';
const RESPONSE_HEADERS = 'idempotent-replayed, link, retry-after, transaction-id, x-request-id, x-total-count';
const PREFLIGHT_S = '600';

/** `origins` are compared to the letter; with none of them, nothing is allowed. */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin !== undefined && allowed.has(origin)) {
      reply
        .header('access-control-allow-origin', origin)
        .header('access-control-expose-headers', RESPONSE_HEADERS)
        .header('cross-origin-resource-policy', 'cross-origin');
    }
    done();
  });
  app.options('/*', { schema: { hide: true }, config: { access: 'open' } }, (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', REQUEST_HEADERS)
      .header('access-control-max-age', PREFLIGHT_S)
      .send(),
  );
}
