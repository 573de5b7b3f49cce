import Type from 'typebox';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { App, Services } from '../app.ts';

const PATIENCE_MS = 2000;

const health = Type.Object({
  status: Type.String({ enum: ['ok', 'unavailable'] }),
  database: Type.String({ enum: ['ok', 'unavailable'] }),
  version: Type.String(),
  integrity: Type.String({
    enum: ['ok', 'violated', 'unknown'],
    description:
      'What the last verifications found; unknown where one is missing or too old. It does not change the status',
  }),
  uptime_s: Type.Integer(),
});

const healthSchema = {
  tags: ['Service'],
  operationId: 'healthRead',
  summary: 'Whether the service can work',
  security: [],
  response: {
    200: { description: 'It can', ...health },
    503: { description: 'Its database is away', ...health },
  },
};

/**
 * Open to all: it tells nothing but whether the service can work. Violated books are told of, and answered 200 all the
 * same: no instance is better than another, so that taking them all away would only add an outage to the fault.
 */
export function healthRoutes(app: App, { database, integrity }: Services): void {
  app.get('/health', { schema: healthSchema, config: { access: 'open' } }, async (_request, reply) => {
    const state = (await answersInTime(database)) ? 'ok' : 'unavailable';
    reply.code(state === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: state,
      database: state,
      version: packageJson.version,
      integrity: integrity.state,
      uptime_s: Math.floor(process.uptime()),
    };
  });
}

async function answersInTime(database: Services['database']): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, PATIENCE_MS, false);
  const answer = database.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
