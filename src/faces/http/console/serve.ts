/** The built console, served from the service's own port. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import { consolePolicy, PERMISSIONS } from './policy.ts';

/** Where `npm run console:build` leaves it. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../../../../console/dist', import.meta.url));

/**
 * The addresses at which the console's own router takes over. Whatever else is unknown stays a 404: a wrong address of the API
 * must never look like a page.
 */
export const CLIENT_ROUTES = [
  '/',
  '/sign-in',
  '/desk',
  '/desk/*',
  '/operations',
  '/operations/*',
  '/outbox',
  '/outbox/*',
  '/me',
  '/me/*',
  '/r/*',
  '/verify',
  '/_gallery',
] as const;

/** Files under a name that never changes: asked for anew each time. */
export const FIXED_FILES = [
  '/sw.js',
  '/manifest.webmanifest',
  '/icon.svg',
  '/icon-180.png',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable-512.png',
] as const;

/** Files whose name has a hash of what is in them: kept for ever. */
export const HASHED_FILES = '/assets/*';

const KEEP_MS = 365 * 24 * 3600 * 1000;

/** Serves the console. Without a built one in the folder its pages are 404, and the API works all the same. */
export async function serveConsole(app: App, folder: string, issuer: string | null): Promise<void> {
  const policy = consolePolicy(issuer);
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
    const config = { access: 'open' as const };
    const schema = { hide: true };
    const send = (reply: FastifyReply, file: string) =>
      // What is set for every answer forbids storing it, which is right for the API alone.
      reply.removeHeader('cache-control').sendFile(file, { cacheControl: false });
    const sendFresh = (reply: FastifyReply, file: string) => send(reply, file).header('cache-control', 'no-cache');

    for (const url of CLIENT_ROUTES) {
      scope.get(url, { config, schema }, (_request, reply) =>
        sendFresh(
          reply.header('content-security-policy', policy).header('permissions-policy', PERMISSIONS),
          'index.html',
        ),
      );
    }
    for (const url of FIXED_FILES) {
      // A worker is held to the policy that it was itself answered with.
      scope.get(url, { config, schema }, (_request, reply) =>
        sendFresh(reply.header('content-security-policy', policy), url.slice(1)),
      );
    }
    scope.get<{ Params: { '*': string } }>(HASHED_FILES, { config, schema }, (request, reply) =>
      reply
        .removeHeader('cache-control')
        .sendFile(`assets/${request.params['*']}`, { maxAge: KEEP_MS, immutable: true }),
    );
  });
}
