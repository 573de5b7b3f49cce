import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, type TestServer } from '../../../../test/support/http.ts';
import { createOutbound } from '../../outbound/outbound.ts';

const HOOKS = '/api/v1/webhooks';
const PUBLIC = '93.184.215.14';

let server: TestServer;
beforeAll(async () => {
  const resolve = async (host: string) => (host === 'inside.example.com' ? ['10.0.0.1'] : [PUBLIC]);
  server = await openServer({ outbound: createOutbound({ allow: [], timeoutMs: 1_000, resolve }) });
});
afterAll(() => server.close());

const create = (body: object) => server.call('POST', HOOKS, { as: 'staff', body });
const URL = 'https://hooks.example.com/pochi';

test('a webhook is created, read, changed and removed; its secret is told once', async () => {
  const created = await create({ url: URL, description: 'the shop', event_types: ['wallet.funds_added'] });
  expect(created.status).toBe(201);
  expect(created.headers['cache-control']).toBe('no-store');
  const { webhook, secret } = created.json.data;
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhook).toMatchObject({
    url: URL,
    description: 'the shop',
    event_types: ['wallet.funds_added'],
    status: 'active',
    failing_since: null,
  });
  const path = `${HOOKS}/${webhook.webhook_id}`;
  const read = await server.call('GET', path, { as: 'auditor' });
  expect(read.json.data).toEqual(webhook);
  expect(read.text).not.toContain('whsec_');
  expect((await server.call('GET', HOOKS, { as: 'staff' })).json.data.webhooks).toEqual([webhook]);
  const changed = await server.call('PATCH', path, {
    as: 'staff',
    body: { event_types: null, description: null, status: 'paused' },
  });
  expect(changed.json.data).toMatchObject({ url: URL, event_types: null, description: null, status: 'paused' });
  expect((await server.call('DELETE', path, { as: 'admin' })).status).toBe(200);
  expect((await server.call('GET', path, { as: 'staff' })).json).toMatchObject({
    status: 404,
    code: 'WEBHOOK_NOT_FOUND',
  });
});

test('its secret stands nowhere in the database as it is', async () => {
  const { secret } = (await create({ url: URL })).json.data;
  const { rows } = await server.database.owner.query("select encode(secret, 'escape') as kept from webhooks");
  expect(rows.some(({ kept }) => kept.includes(secret.slice(6)))).toBe(false);
});

test.each([
  ['http://hooks.example.com/', 'must begin with https://'],
  ['https://127.0.0.1/', 'must not lead into a private network'],
  ['https://169.254.169.254/latest/meta-data', 'must not lead into a private network'],
  ['https://inside.example.com/', 'must not lead into a private network'],
  ['https://user:password@hooks.example.com/', 'must not hold a user name or a password'],
  ['https://hooks.example.com:6379/', 'must use the port 443 or 8443'],
  ['https://localhost/', 'must name a host of the public internet'],
])('%s is refused when it is saved: 422, with its field', async (url, message) => {
  const problem = { status: 422, code: 'ADDRESS_REFUSED', errors: [{ field: 'url', message }] };
  expect((await create({ url })).json).toMatchObject(problem);
  const { webhook } = (await create({ url: URL })).json.data;
  const change = await server.call('PATCH', `${HOOKS}/${webhook.webhook_id}`, { as: 'staff', body: { url } });
  expect(change.json).toMatchObject(problem);
  expect((await server.call('GET', `${HOOKS}/${webhook.webhook_id}`, { as: 'staff' })).json.data.url).toBe(URL);
});

test('it says so in Swahili too', async () => {
  const { json } = await server.call('POST', HOOKS, {
    as: 'staff',
    body: { url: 'https://10.0.0.1/' },
    headers: { 'accept-language': 'sw' },
  });
  expect(json.errors).toEqual([{ field: 'url', message: 'isielekeze ndani ya mtandao wa faragha' }]);
});

test.each([
  [{}, 'VALIDATION_ERROR'],
  [{ url: 7 }, 'VALIDATION_ERROR'],
  [{ url: URL, event_types: [] }, 'VALIDATION_ERROR'],
  [{ url: URL, event_types: ['wallet.unheard_of'] }, 'VALIDATION_ERROR'],
  [{ url: URL, secret: 'mine' }, 'VALIDATION_ERROR'],
  [{ url: `${URL}/4111111111111111` }, 'CARD_DATA_REFUSED'],
  [{ url: URL, description: '4111 1111 1111 1111' }, 'CARD_DATA_REFUSED'],
])('%j is no webhook', async (body, code) => {
  expect((await create(body)).json.code).toBe(code);
});

test('a webhook of another ledger is not there', async () => {
  await server.database.owner.query("select ledger_create(78, 'uganda')");
  const { webhook } = (await create({ url: URL })).json.data;
  const path = `${HOOKS}/${webhook.webhook_id}`;
  const foreign = { as: { role: 'admin', ledger: 'uganda' } } as const;
  expect((await server.call('GET', path, foreign)).status).toBe(404);
  expect((await server.call('DELETE', path, foreign)).status).toBe(404);
  expect((await server.call('POST', `${path}/rotate-secret`, { ...foreign, body: {} })).status).toBe(404);
  expect((await server.call('GET', `${path}/deliveries`, foreign)).status).toBe(404);
});

test('deliveries come in pages, newest first, each once', async () => {
  const { webhook } = (await create({ url: URL })).json.data;
  const path = `${HOOKS}/${webhook.webhook_id}`;
  const sent: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    sent.push((await server.call('POST', `${path}/test`, { as: 'staff' })).json.data.delivery_id);
  }
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query: string = next === '' ? '' : `&after=${next}`;
    const { json } = await server.call('GET', `${path}/deliveries?limit=2${query}`, { as: 'auditor' });
    seen.push(...json.data.deliveries.map((one: { delivery_id: string }) => one.delivery_id));
    next = json.data.next;
  }
  expect(seen).toEqual(sent.toReversed());
  const pending = await server.call('GET', `${path}/deliveries?state=pending`, { as: 'auditor' });
  expect(pending.json.data.deliveries).toHaveLength(5);
  const dead = await server.call('GET', `${path}/deliveries?state=dead`, { as: 'auditor' });
  expect(dead.json.data).toEqual({ deliveries: [], next: null });
});

test('there are a hundred webhooks at most', async () => {
  const { webhooks } = (await server.call('GET', HOOKS, { as: 'staff' })).json.data;
  for (let i = webhooks.length; i < 100; i += 1) expect((await create({ url: URL })).status).toBe(201);
  expect((await create({ url: URL })).json).toMatchObject({ status: 409, code: 'WEBHOOK_LIMIT' });
});
