import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, SETTINGS, type TestServer } from '../../../../test/support/http.ts';
import { consolePolicy } from './policy.ts';

const OIDC = { issuer: 'https://id.example.com/realm', clientId: 'console' };

let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pochi-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<h1>Pochi</h1>');
  await writeFile(join(folder, 'sw.js'), '/* worker */');
  await writeFile(join(folder, 'assets', 'main-a1b2.js'), 'plain');
  await writeFile(join(folder, 'assets', 'main-a1b2.js.br'), 'brotli');
  await writeFile(join(folder, 'assets', 'main-a1b2.js.gz'), 'gzip');
  await writeFile(join(folder, '.sources'), 'not for anyone');
  server = await openServer({
    settings: { ...SETTINGS, defaultCurrency: 'TZS', console: { environment: 'production', oidc: OIDC, folder } },
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.call('GET', url, { headers });

test.each(['/', '/sign-in', '/desk', '/desk/customers/42?tab=slips', '/operations/ledger', '/outbox', '/me'])(
  '%s is the shell, asked for anew each time',
  async (url) => {
    const { status, headers, text } = await get(url);
    expect([status, headers['content-type'], text]).toEqual([200, 'text/html; charset=utf-8', '<h1>Pochi</h1>']);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toBe(consolePolicy(OIDC.issuer));
    expect(headers['permissions-policy']).toMatch(/^camera=\(self\), microphone=\(\)/);
  },
);

test('an address that is neither a page nor of the API stays a 404 that a program understands', async () => {
  for (const url of [
    '/api/v1/nothing',
    '/api/nothing',
    '/nothing',
    '/assets/nothing.js',
    '/assets/../index.html',
    '/.sources',
  ]) {
    const { status, json } = await get(url);
    expect([url, status, json?.code]).toEqual([url, 404, 'NOT_FOUND']);
  }
  expect((await server.call('POST', '/desk')).json).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
});

test('nothing outside of the folder is given out', async () => {
  for (const url of ['/assets/..%2f.sources', '/assets/%2e%2e/.sources', '/assets/..%2f..%2fetc%2fpasswd']) {
    const { status, json } = await get(url);
    expect([url, status, json?.code]).toEqual([url, 404, 'NOT_FOUND']);
  }
});

test('a file with a hash in its name is kept for ever, and comes as small as the browser takes it', async () => {
  const answers = await Promise.all(
    ['br', 'gzip', 'identity'].map((encoding) => get('/assets/main-a1b2.js', { 'accept-encoding': encoding })),
  );
  expect(answers.map(({ text }) => text)).toEqual(['brotli', 'gzip', 'plain']);
  for (const { headers } of answers) expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('the worker is asked for anew, and held to the policy of the page', async () => {
  const { headers } = await get('/sw.js');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

describe('the policy', () => {
  test('allows nothing inline and nothing from elsewhere', () => {
    const policy = consolePolicy(null);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy.split('; ')).toContain(part);
  });

  test('lets the page ask the provider where people sign in, and no other', () => {
    expect(consolePolicy(OIDC.issuer)).toContain("connect-src 'self' https://id.example.com;");
  });
});

describe('the settings of the console', () => {
  test('are open to all, and tell where to sign in', async () => {
    const { status, json } = await get('/api/v1/console-settings');
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        data: {
          default_currency: 'TZS',
          environment: 'production',
          locales: ['en', 'sw'],
          oidc: { issuer: OIDC.issuer, client_id: OIDC.clientId },
          features: { token_sign_in: false },
        },
      },
    ]);
  });

  test('without a provider a token is the way in, in production too', async () => {
    const other = await openServer({ settings: { ...SETTINGS, console: { environment: 'production', oidc: null } } });
    const { json } = await other.call('GET', '/api/v1/console-settings');
    expect(json.data).toMatchObject({ oidc: null, features: { token_sign_in: true } });
    await other.close();
  });
});
