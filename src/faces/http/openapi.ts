/** The OpenAPI 3.1 document, made from the very schemas that requests and answers are checked against. */
import swagger from '@fastify/swagger';
import packageJson from '../../../package.json' with { type: 'json' };
import { shownSchema } from '../wire/openapi-schema.ts';
import type { App } from './app.ts';
import { problemSchema } from './responses.ts';

export const OPENAPI_PATH = '/api/openapi.json';

export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pochi',
        version: packageJson.version,
        description: packageJson.description,
        license: { name: packageJson.license, identifier: packageJson.license },
      },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        schemas: { Problem: problemSchema as object },
      },
      security: [{ bearer: [] }],
    },
    transform: ({ schema, url }) => ({ schema: shownSchema(schema) as object, url }),
  });
}

/** Serves the document. It is the same for all, and holds no secret. */
export function serveOpenapi(app: App): void {
  app.get(OPENAPI_PATH, { schema: { hide: true }, config: { access: 'open' } }, () => app.swagger());
}
