/** The operations of our own OpenAPI document, in the form in which requests are made of them. */
import type { TestServer } from '../support/http.ts';

/** A JSON schema, looked into freely. */
// biome-ignore lint/suspicious/noExplicitAny: schemas are data here.
export type Schema = any;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface ApiOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Null where it takes no body. */
  readonly body: Schema | null;
  /** The schema of each declared status, by content type. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

/** Every operation of the document that the server gives out. */
export async function operationsOf(server: TestServer): Promise<ApiOperation[]> {
  const { json: document } = await server.call('GET', '/api/openapi.json');
  return Object.entries<Schema>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Schema>(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase() as ApiOperation['method'],
      path,
      parameters: (operation.parameters ?? []).map((parameter: Schema) => ({ required: false, ...parameter })),
      body: operation.requestBody?.content['application/json'].schema ?? null,
      responses: Object.fromEntries(
        Object.entries<Schema>(operation.responses).map(([status, { content = {} }]) => [
          status,
          Object.fromEntries(
            Object.entries<Schema>(content).map(([type, { schema }]) => [type, inlined(schema, document)]),
          ),
        ]),
      ),
    })),
  );
}

/** The schema with its references replaced by what they name. */
function inlined(schema: Schema, document: Schema): Schema {
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, document));
  if (schema === null || typeof schema !== 'object') return schema;
  if (typeof schema.$ref === 'string') {
    const steps = schema.$ref.slice(2).split('/');
    return inlined(
      steps.reduce((part: Schema, step: string) => part[step], document),
      document,
    );
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, inlined(part, document)]));
}
