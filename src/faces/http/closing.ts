import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 50;

/** Sends clients elsewhere while there is still time: each answer is then the last one of its connection. */
export function closeWhileStopping(app: FastifyInstance, isStopping: () => boolean): void {
  app.addHook('onRequest', (_request, reply, done) => {
    if (isStopping()) reply.header('connection', 'close');
    done();
  });
}

/**
 * Lets go of connections as soon as what was under way on them is answered: otherwise each of them would keep the
 * closing server waiting until its client leaves.
 */
export function closeAnsweredConnections(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
    app.server.once('close', () => clearInterval(sweep));
    if (!app.server.listening) clearInterval(sweep);
    done();
  });
}
