/**
 * What the console knows of the API, made from the server itself: the types of every request and answer, and which role may
 * call what.
 */
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { App } from '../../src/faces/http/app.ts';
import { describedServer } from './server.ts';

const HEADER = '/* Made by `npm run console:api` from the service itself: do not edit. */\n';

export interface ApiFiles {
  readonly types: string;
  readonly access: string;
}

export async function generate(): Promise<ApiFiles> {
  const app = await describedServer();
  try {
    const ast = await openapiTS(app.swagger() as unknown as OpenAPI3, { alphabetize: true });
    return { types: HEADER + astToString(ast), access: HEADER + accessModule(app) };
  } finally {
    await app.close();
  }
}

function accessModule(app: App): string {
  const rows = app.routes.flatMap(({ schema, config }) => {
    const operation = (schema as { operationId?: string } | undefined)?.operationId;
    const access = config?.access;
    if (operation === undefined || access === undefined || access === 'open') return [];
    return [`  ${operation}: [${access.roles.map((role) => `'${role}'`).join(', ')}],`];
  });
  return [
    '/** Which roles may call an operation. The server decides all the same: this is for not offering what it would refuse. */',
    'export const OPERATION_ROLES = {',
    ...[...new Set(rows)].toSorted(),
    '} as const;',
    '',
  ].join('\n');
}
