import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openServer, SETTINGS, type TestServer, tokenOf } from '../../../test/support/http.ts';
import { type Engine, type Outcome, Unavailable } from '../../engine/submission.ts';
import { createLog } from '../../log.ts';
import type { Database } from '../../queries/database.ts';

/** Whether the console was built here or not, the API answers alike without it. */
const NO_CONSOLE = { environment: 'development', oidc: null, folder: '/nowhere' } as const;

let server: TestServer;
beforeAll(async () => {
  server = await openServer({ settings: { ...SETTINGS, console: NO_CONSOLE } });
});
afterAll(() => server.close());

describe('every answer', () => {
  test('carries the headers that keep browsers strict', async () => {
    for (const url of ['/api/v1/health', '/nowhere', '/api/v1/assets']) {
      const { headers } = await server.call('GET', url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(headers['content-security-policy']).toContain(directive);
      }
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('repeats a sound request id, and makes one in place of any other', async () => {
    const id = async (given: string) =>
      (await server.call('GET', '/nowhere', { headers: { 'x-request-id': given } })).headers['x-request-id'];
    expect(await id('abc-123.X_y')).toBe('abc-123.X_y');
    for (const bad of ['', 'a b', 'x'.repeat(65), '<script>', 'a;b']) expect(await id(bad)).toMatch(/^[0-9a-f-]{36}$/);
    const { json, headers } = await server.call('GET', '/nowhere');
    expect(json.instance).toBe(`urn:pochi:request:${headers['x-request-id']}`);
  });
});

describe('an address', () => {
  test('that is not there is 404', async () => {
    for (const url of [
      '/',
      '/api',
      '/api/v1/',
      '/api/v1/wallets',
      '/api/v1/wallets/topup/x',
      '/%ff',
      '/../etc/passwd',
    ]) {
      const { status, json, headers } = await server.call('GET', url);
      expect([url, status, json.code]).toEqual([url, 404, 'NOT_FOUND']);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });

  test('that takes other methods is 405 and names them', async () => {
    const { status, json, headers } = await server.call('DELETE', '/api/v1/assets');
    expect([status, json.code, headers.allow]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, POST']);
    expect((await server.call('GET', '/api/v1/wallets/topup')).headers.allow).toBe('POST');
  });
});

describe('where the database is away', () => {
  let away: TestServer;
  const lines: string[] = [];
  const refuse = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const database: Database = {
    query: async (text: string) => {
      if (text.includes('from ledgers')) return { rows: [{ id: 1n }] as never[] };
      throw refuse;
    },
  };
  beforeAll(async () => {
    away = await openServer({ database, log: createLog('debug', (line) => lines.push(line)) });
  });
  afterAll(() => away.close());

  test('health is 503 and says so', async () => {
    const { status, json } = await away.call('GET', '/api/v1/health');
    expect([status, json]).toEqual([
      503,
      {
        status: 'unavailable',
        database: 'unavailable',
        version: '0.1.0',
        integrity: 'unknown',
        uptime_s: expect.any(Number),
      },
    ]);
  });

  test('it is alive and not ready', async () => {
    const live = await away.call('GET', '/api/v1/health/live');
    const ready = await away.call('GET', '/api/v1/health/ready');
    expect([live.status, live.json, ready.status, ready.json]).toEqual([
      ...[200, { status: 'ok' }],
      ...[503, { status: 'unavailable' }],
    ]);
  });

  test('a read is 503 with Retry-After, and logged without its token', async () => {
    const { status, json, headers } = await away.call('GET', '/api/v1/wallets/alice/balance', { as: 'staff' });
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '1']);
    expect(json.detail).not.toContain('ECONNREFUSED');
    const line = lines.findLast((text) => text.includes('"warn"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', request_id: headers['x-request-id'], code: 'UNAVAILABLE' });
    expect(line).not.toContain('eyJ');
  });

  test('a database that never answers makes health 503 after two seconds', async () => {
    const silent = await openServer({ database: { query: () => new Promise(() => {}) } });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const answer = silent.call('GET', '/api/v1/health');
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(2000);
      expect((await answer).status).toBe(503);
    } finally {
      vi.useRealTimers();
      await silent.close();
    }
  });
});

test('what nobody foresaw is 500, logged, and tells nothing of itself', async () => {
  const lines: string[] = [];
  const engine = { submit: () => Promise.reject(new TypeError('secret inside')), drain: async () => {}, waiting: 0 };
  const failing = await openServer({ engine, log: createLog('error', (line) => lines.push(line)) });
  const body = { user_id: 'a', asset_code: 'USD', amount: 1, reference_id: 'r' };
  const { status, json, text } = await failing.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
  await failing.close();
  expect([status, json.code]).toEqual([500, 'INTERNAL']);
  expect(text).not.toContain('secret');
  expect(lines.join()).toContain('secret inside');
});

test.each([
  ['full', 0],
  ['busy', 1],
] as const)('an engine that is %s is told of by %i lines of a request', async (reason, told) => {
  const lines: string[] = [];
  const engine = { submit: () => Promise.reject(new Unavailable(reason)), drain: async () => {}, waiting: 0 };
  const failing = await openServer({ engine, log: createLog('warn', (line) => lines.push(line)) });
  // Where the console was not built, the server says so when it starts.
  lines.length = 0;
  const body = { user_id: 'a', asset_code: 'USD', amount: 1, reference_id: 'r' };
  const { status } = await failing.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
  expect(status).toBe(503);
  expect(lines).toHaveLength(told);
  await failing.close();
});

test('requests that go well are not logged', async () => {
  const lines: string[] = [];
  const quiet = await openServer({ log: createLog('info', (line) => lines.push(line)) });
  // Where the console was not built, the server says so when it starts.
  lines.length = 0;
  await quiet.call('GET', '/api/v1/health');
  await quiet.call('GET', '/api/v1/assets', { as: 'staff' });
  await quiet.close();
  expect(lines).toEqual([]);
});

describe('limits', () => {
  let limited: TestServer;
  beforeAll(async () => {
    limited = await openServer({ settings: { ...SETTINGS, rateLimit: 3, rateLimitTrusted: 5 } });
  });
  afterAll(() => limited.close());

  const statuses = async (count: number, call: Parameters<TestServer['call']>[2], url = '/api/v1/assets') => {
    const found = [];
    for (let i = 0; i < count; i += 1) found.push((await limited.call('GET', url, call)).status);
    return found;
  };

  test('hold for each customer by themselves', async () => {
    expect(await statuses(4, { as: { role: 'customer', subject: 'eager' } })).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, { as: { role: 'customer', subject: 'calm' } })).toEqual([200]);
    const { json, headers } = await limited.call('GET', '/api/v1/assets', {
      as: { role: 'customer', subject: 'eager' },
    });
    expect(json.code).toBe('RATE_LIMITED');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  test('are others for those who act for all', async () => {
    expect(await statuses(6, { as: 'service' })).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test('hold for an address that shows no valid token, but never for health', async () => {
    expect(await statuses(4, { headers: { authorization: 'Bearer a.b.c' } })).toEqual([401, 401, 401, 429]);
    expect(await statuses(5, {}, '/api/v1/health')).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(1, { as: 'admin' })).toEqual([200]);
  });
});

describe('metrics', () => {
  test('are for this machine and for those who work here', async () => {
    const local = await server.call('GET', '/metrics');
    expect(local.status).toBe(200);
    expect(local.text).toContain('pochi_http_request_seconds_bucket');
    expect(local.text).toMatch(/pochi_http_answers_total\{route="GET \/api\/v1\/assets",status="401"\} \d/);
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    expect((await server.call('GET', '/metrics', { headers: proxied })).status).toBe(401);
    expect((await server.call('GET', '/metrics', { as: 'staff', headers: proxied })).status).toBe(200);
    expect((await server.call('GET', '/metrics', { as: 'customer' })).status).toBe(403);
    const foreign = await server.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' });
    expect(foreign.statusCode).toBe(401);
  });
});

describe('browsers of other origins', () => {
  test('are allowed nothing unless they are named', async () => {
    const { headers } = await server.call('GET', '/api/v1/health', { headers: { origin: 'https://shop.example' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('are allowed by their exact name', async () => {
    const open = await openServer({ settings: { ...SETTINGS, corsOrigins: ['https://shop.example'] } });
    const allowed = async (origin: string) =>
      (await open.call('GET', '/api/v1/health', { headers: { origin } })).headers['access-control-allow-origin'];
    expect(await allowed('https://shop.example')).toBe('https://shop.example');
    for (const origin of ['https://shop.example.evil', 'http://shop.example', 'null', 'https://SHOP.example']) {
      expect(await allowed(origin)).toBeUndefined();
    }
    const preflight = await open.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/wallets/topup',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect([preflight.statusCode, preflight.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, POST, PUT, PATCH, DELETE',
    ]);
    await open.close();
  });
});

test('closing answers what is under way, and takes nothing new', async () => {
  const { promise: submitted, resolve: seen } = Promise.withResolvers<void>();
  const { promise: outcome, resolve: decide } = Promise.withResolvers<Outcome>();
  const engine: Engine = {
    submit: () => {
      seen();
      return outcome;
    },
    drain: async () => {},
    waiting: 0,
  };
  const closing = await openServer({ engine });
  const address = await closing.app.listen({ host: '127.0.0.1', port: 0 });
  const body = JSON.stringify({ user_id: 'a', asset_code: 'USD', amount: 1, reference_id: 'r' });
  const headers = { authorization: `Bearer ${await tokenOf({ role: 'service' })}`, 'content-type': 'application/json' };
  const answer = fetch(`${address}/api/v1/wallets/topup`, { method: 'POST', headers, body });
  await submitted;
  const closed = closing.close();
  await vi.waitFor(() => expect(fetch(`${address}/api/v1/health`)).rejects.toThrow());
  decide({ ok: false, refusal: { code: 'BALANCE_LIMIT', details: {} } });
  expect((await answer).status).toBe(422);
  await closed;
});
