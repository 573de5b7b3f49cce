import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../test/support/http.ts';

let server: TestServer;
// biome-ignore lint/suspicious/noExplicitAny: the document is looked into freely.
let document: any;
beforeAll(async () => {
  server = await openServer();
  document = (await server.call('GET', '/api/openapi.json')).json;
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: as above.
const operations = (prefix: string): any[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    path.startsWith(prefix) ? Object.values(methods as object) : [],
  );

const isHidden = (schema: unknown): boolean => (schema as { hide?: boolean } | undefined)?.hide === true;

test('the document is OpenAPI 3.1 and has every route that is not hidden', () => {
  expect(document.openapi).toBe('3.1.0');
  const routes = server.app.routes
    .filter(({ method, schema }) => method !== 'HEAD' && !isHidden(schema))
    .map(({ method, url }) => `${String(method).toLowerCase()} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(routes.toSorted());
  expect(routes).toContain('post /api/v1/wallets/topup');
});

test('every operation has one name of its own', () => {
  const names = operations('/').map(({ operationId }) => operationId);
  expect(names).toContain('walletTopup');
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(names.length);
});

test('every operation says what can go wrong', () => {
  for (const { operationId, responses, security, tags } of operations('/api/v1/')) {
    // The faces with envelopes of their own say it in those.
    if (security?.length === 0 || tags.includes('Customer wallets')) continue;
    const missing = ['401', '403', '429', '500', '503'].filter((status) => !(status in responses));
    expect([operationId, missing]).toEqual([operationId, []]);
    for (const status of Object.keys(responses).filter((status) => Number(status) >= 400)) {
      const { schema } = responses[status].content['application/problem+json'];
      expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
    }
  }
});

test('amounts are shown as whole numbers with their bounds, and nothing of how they are checked', () => {
  const { amount } =
    document.paths['/api/v1/wallets/topup'].post.requestBody.content['application/json'].schema.properties;
  expect(amount).toMatchObject({ type: 'integer', minimum: 1, maximum: 1_000_000_000_000 });
  expect(JSON.stringify(document)).not.toContain('x-shown');
});

test('a problem that is answered is one that the document describes', async () => {
  const { json } = await server.call('GET', '/api/v1/assets');
  const { properties, required } = document.components.schemas.Problem;
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(json)));
  expect(Object.keys(json)).toEqual(expect.arrayContaining(required));
  expect(properties.code.enum).toContain(json.code);
});

test('the reference page needs nothing from anywhere else, and its policy lets nothing else in', async () => {
  const { text, headers } = await server.call('GET', '/reference/');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}';/);
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:/);
  expect([...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual(['js/scalar.js']);
  expect(text).toContain('/api/openapi.json');
  expect((await server.call('GET', '/reference/js/scalar.js')).headers['content-type']).toContain('javascript');
});
