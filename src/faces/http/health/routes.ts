import Type from 'typebox';
import packageJson from '../../../../package.json' with { type: 'json' };
import type { App, Services } from '../app.ts';
import type { Readiness } from './readiness.ts';

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

const liveSchema = {
  tags: ['Service'],
  operationId: 'healthLive',
  summary: 'Whether the process works, whatever becomes of its database: where this is not answered, restart it',
  security: [],
  response: { 200: { description: 'It does', ...Type.Object({ status: Type.String({ enum: ['ok'] }) }) } },
};

const readiness = Type.Object({
  status: Type.String({
    enum: ['ready', 'stopping', 'unavailable'],
    description: 'stopping: it finishes what it has, and wants no more; unavailable: its database is away',
  }),
});

const readySchema = {
  tags: ['Service'],
  operationId: 'healthReady',
  summary: 'Whether requests should be sent here',
  security: [],
  response: {
    200: { description: 'They should', ...readiness },
    503: { description: 'They should go to another instance', ...readiness },
  },
};

/**
 * Open to all: it tells nothing but whether the service can work. Violated books are told of, and answered 200 all the
 * same: no instance is better than another, so that taking them all away would only add an outage to the fault.
 */
export function healthRoutes(app: App, { integrity }: Services, readiness: Readiness): void {
  app.get('/health', { schema: healthSchema, config: { access: 'open' } }, async (_request, reply) => {
    const state = (await readiness.databaseAnswers()) ? 'ok' : 'unavailable';
    reply.code(state === 'ok' ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: state,
      database: state,
      version: packageJson.version,
      integrity: integrity.state,
      uptime_s: Math.floor(process.uptime()),
    };
  });

  app.get('/health/live', { schema: liveSchema, config: { access: 'open' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });

  app.get('/health/ready', { schema: readySchema, config: { access: 'open' } }, async (_request, reply) => {
    const status = await readiness.standing();
    reply.code(status === 'ready' ? 200 : 503).header('cache-control', 'no-store');
    return { status };
  });
}
