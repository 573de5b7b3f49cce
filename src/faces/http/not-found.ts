import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** 405 with Allow where the address takes other methods, 404 otherwise. */
export function handleNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((request) => {
    const url = request.url.split('?', 1)[0] as string;
    const allowed = METHODS.filter((method) => app.findRoute({ method, url }) !== null);
    // A route that took the request itself found nothing there, such as no file of that name.
    if (allowed.length === 0 || allowed.includes(request.method)) throw new Problem('NOT_FOUND');
    throw new Problem('METHOD_NOT_ALLOWED', { headers: { allow: allowed.join(', ') } });
  });
}
