import type { FastifyInstance } from 'fastify';

const SWEEP_MS = 50;

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
