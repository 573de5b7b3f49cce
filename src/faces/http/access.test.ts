import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../test/support/http.ts';
import { requireAccess } from './access.ts';

// Who may call what is in the table of test/attack/access.
let server: TestServer;
beforeAll(async () => {
  server = await openServer();
  const body = { user_id: 'alice', asset_code: 'USD', amount: 1000, reference_id: 'first' };
  await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
});
afterAll(() => server.close());

test('a token for another ledger sees nothing of this one, one for no ledger is 403', async () => {
  await server.database.owner.query("select ledger_create(77, 'kenya')");
  const read = (ledger: string) =>
    server.call('GET', '/api/v1/wallets/alice/balance', { as: { role: 'staff', ledger } });
  expect((await read('kenya')).status).toBe(404);
  expect((await read('main')).status).toBe(200);
  expect((await read('nowhere')).json).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('a 401 says how to do better', async () => {
  const challenge = async (authorization?: string) =>
    (await server.call('GET', '/api/v1/assets', { headers: authorization ? { authorization } : {} })).headers[
      'www-authenticate'
    ];
  expect(await challenge()).toBe('Bearer realm="pochi"');
  expect(await challenge('Basic YTpi')).toContain('invalid_request');
  expect(await challenge('Bearer a.b.c')).toContain('invalid_token');
});

describe('a server', () => {
  const start = async (config: object) => {
    const app = Fastify();
    requireAccess(app);
    app.get('/forgotten', { config }, () => 'x');
    await app.ready();
  };

  test('with a route that does not say whom it is for does not start', async () => {
    await expect(start({})).rejects.toThrow('/forgotten does not say whom it is for');
  });

  test('with a route for customers that does not tell what is theirs does not start', async () => {
    await expect(start({ access: { roles: ['customer'] } })).rejects.toThrow('what is theirs');
    await expect(start({ access: { roles: ['customer'], own: 'handler' } })).resolves.toBeUndefined();
  });
});
