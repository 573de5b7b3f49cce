/** The page of the API reference. Everything it needs comes from here: it asks nothing of any other host. */
import { hash } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { App } from './app.ts';
import { OPENAPI_PATH } from './openapi.ts';

const PREFIX = '/reference';
const INLINE_SCRIPT = /<script type="text\/javascript">([\s\S]*?)<\/script>/g;

const policy = (scripts: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts.map((script) => `'sha256-${hash('sha256', script, 'base64')}'`).join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join('; ');

export async function serveReference(app: App): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'open' };
    });
    // The page starts itself by a script of its own: the policy lets that one run, by its hash, and no other.
    scope.addHook('onSend', (_request, reply, payload, done) => {
      if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')) {
        const scripts = [...payload.matchAll(INLINE_SCRIPT)].map(([, script = '']) => script);
        reply.header('content-security-policy', policy(scripts));
      }
      done(null, payload);
    });
    await scope.register(scalar, {
      routePrefix: PREFIX,
      configuration: {
        url: OPENAPI_PATH,
        pageTitle: 'Pochi API',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}
