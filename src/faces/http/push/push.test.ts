import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Claims, openServer, type TestServer } from '../../../../test/support/http.ts';
import { MOST_SUBSCRIPTIONS } from '../../../queries/push-subscriptions.ts';
import { createOutbound } from '../../outbound/outbound.ts';

const SUBSCRIPTIONS = '/api/v1/push/subscriptions';

/** As a resolver of the internet would answer. */
const HOSTS: Readonly<Record<string, string[]>> = {
  'push.example.com': ['93.184.215.14'],
  'inside.example.com': ['10.0.0.7'],
  'both.example.com': ['93.184.215.14', '127.0.0.1'],
};

let server: TestServer;
const outbound = createOutbound({ allow: [], timeoutMs: 1_000, resolve: async (host) => HOSTS[host] ?? [] });
beforeAll(async () => {
  server = await openServer({ outbound });
});
afterAll(async () => {
  await server.close();
  await outbound.close();
});

const customer = (subject: string): Claims => ({ role: 'customer', subject });

let browsers = 0;
/** What JSON.stringify makes of a browser's PushSubscription. */
function browser() {
  browsers += 1;
  const p256dh = createECDH('prime256v1').generateKeys('base64url');
  return {
    endpoint: `https://push.example.com/send/${browsers}`,
    expirationTime: null as number | null,
    keys: { p256dh, auth: randomBytes(16).toString('base64url') },
  };
}

const subscribe = (as: string, body: object, headers: Record<string, string> = {}) =>
  server.call('POST', SUBSCRIPTIONS, { as: customer(as), body, headers });
const list = async (as: string) =>
  (await server.call('GET', SUBSCRIPTIONS, { as: customer(as) })).json.data.subscriptions;
const remove = (as: string, id: string) => server.call('DELETE', `${SUBSCRIPTIONS}/${id}`, { as: customer(as) });

test('the key is a point of P-256, the same each time, and another one for another ledger', async () => {
  const read = async (ledger?: string) =>
    (await server.call('GET', '/api/v1/push/key', { as: { role: 'customer', ...(ledger && { ledger }) } })).json.data
      .public_key;
  const key = await read();
  expect(Buffer.from(key, 'base64url')).toHaveLength(65);
  expect(await read()).toBe(key);
  await server.database.owner.query("select ledger_create(55, 'uganda')");
  expect(await read('uganda')).not.toBe(key);
});

test('a customer subscribes their browser, sees it, and lets it go', async () => {
  const body = browser();
  const { status, json } = await subscribe('asha', body);
  expect([status, json.data]).toEqual([
    201,
    {
      id: expect.any(String),
      endpoint: body.endpoint,
      language: 'en',
      show_amounts: false,
      created_at: expect.any(String),
      expires_at: null,
    },
  ]);
  expect(await list('asha')).toEqual([json.data]);
  expect((await remove('asha', json.data.id)).json).toEqual({ success: true, data: { id: json.data.id } });
  expect(await list('asha')).toEqual([]);
  expect((await remove('asha', json.data.id)).json).toMatchObject({ status: 404, code: 'PUSH_SUBSCRIPTION_NOT_FOUND' });
});

test('subscribing again renews what is there', async () => {
  const body = browser();
  const first = await subscribe('renew', body, { 'accept-language': 'sw-TZ' });
  expect(first.json.data.language).toBe('sw');
  const expirationTime = Date.parse('2030-01-01T00:00:00Z');
  const second = await subscribe('renew', { ...body, expirationTime, language: 'en', show_amounts: true });
  expect([second.status, second.json.data]).toEqual([
    200,
    { ...first.json.data, language: 'en', show_amounts: true, expires_at: '2030-01-01T00:00:00.000Z' },
  ]);
  expect(await list('renew')).toEqual([second.json.data]);
});

test('a browser that another customer signs in on is theirs from then on', async () => {
  const body = browser();
  const former = await subscribe('former', body);
  const latter = await subscribe('latter', body);
  expect(latter.status).toBe(201);
  expect(latter.json.data.id).not.toBe(former.json.data.id);
  expect(await list('former')).toEqual([]);
  expect(await list('latter')).toEqual([latter.json.data]);
});

test("nobody can let go of another one's subscription, or see it", async () => {
  const { json } = await subscribe('owner', browser());
  expect((await remove('mallory', json.data.id)).json).toMatchObject({ code: 'PUSH_SUBSCRIPTION_NOT_FOUND' });
  expect(await list('mallory')).toEqual([]);
  expect(await list('owner')).toEqual([json.data]);
});

test('a customer has so many browsers and no more', async () => {
  for (let i = 0; i < MOST_SUBSCRIPTIONS; i += 1) expect((await subscribe('many', browser())).status).toBe(201);
  expect((await subscribe('many', browser())).json).toMatchObject({ status: 409, code: 'PUSH_SUBSCRIPTION_LIMIT' });
  const [newest] = await list('many');
  // What is there already can still be renewed.
  expect((await subscribe('many', { ...browser(), endpoint: newest.endpoint })).status).toBe(200);
  await remove('many', newest.id);
  expect((await subscribe('many', browser())).status).toBe(201);
});

test('who subscribes without end is told to wait', async () => {
  const body = browser();
  const answers = await Promise.all(Array.from({ length: 31 }, () => subscribe('hasty', body)));
  const late = answers.filter(({ status }) => status === 429);
  expect(late).toHaveLength(1);
  expect(late[0]?.json.code).toBe('RATE_LIMITED');
  expect(Number(late[0]?.headers['retry-after'])).toBeGreaterThan(0);
});

test.each([
  ['http://push.example.com/x', 'must begin with https://'],
  ['https://127.0.0.1/x', 'must not lead into a private network'],
  ['https://[::1]/x', 'must not lead into a private network'],
  ['https://[::ffff:10.0.0.1]/x', 'must name a host of the public internet'],
  ['https://169.254.169.254/latest/meta-data/', 'must not lead into a private network'],
  ['https://2130706433/x', 'must name a host of the public internet'],
  ['https://localhost/x', 'must name a host of the public internet'],
  ['https://metadata.google.internal/x', 'must name a host of the public internet'],
  ['https://user:secret@push.example.com/x', 'must not hold a user name or a password'],
  ['https://push.example.com:5432/x', 'must use the port 443 or 8443'],
  ['https://inside.example.com/x', 'must not lead into a private network'],
  ['https://both.example.com/x', 'must not lead into a private network'],
  ['https://nowhere.example.com/x', 'must name a host that can be found now'],
  ['ftp://push.example.com/x', 'must begin with https://'],
  ['push.example.com', 'must be an address such as https://example.com/path'],
])('%s is no endpoint: it %s', async (endpoint, message) => {
  const { status, json } = await subscribe('mallory', { ...browser(), endpoint });
  expect([status, json.code, json.errors]).toEqual([422, 'ADDRESS_REFUSED', [{ field: 'endpoint', message }]]);
  expect(await list('mallory')).toEqual([]);
});

const off = Buffer.alloc(65, 1);
off[0] = 4;
const point = Buffer.from(createECDH('prime256v1').generateKeys());

test.each([
  ['keys', undefined, 'is missing'],
  ['keys.p256dh', 'not a key', 'must be a public key of P-256 in base64url'],
  ['keys.p256dh', off.toString('base64url'), 'must be a public key of P-256 in base64url'],
  ['keys.p256dh', point.subarray(0, 64).toString('base64url'), 'must be a public key of P-256 in base64url'],
  ['keys.p256dh', 5, 'must be a public key of P-256 in base64url'],
  ['keys.auth', randomBytes(15).toString('base64url'), 'must be 16 bytes in base64url'],
  ['keys.auth', '', 'must be 16 bytes in base64url'],
  ['keys.more', 'x', 'is not known here'],
  ['language', 'xx', expect.any(String)],
  ['show_amounts', 'yes', expect.any(String)],
  ['expirationTime', -1, expect.any(String)],
  ['endpoint', '', expect.any(String)],
  ['endpoint', `https://push.example.com/${'x'.repeat(2048)}`, expect.any(String)],
  ['customer_id', 'asha', 'is not known here'],
])('%s must not be %j', async (field, value, message) => {
  const good = browser();
  const [name = '', inner] = field.split('.');
  const changed = inner ? { ...good.keys, [inner]: value } : value;
  const { status, json } = await subscribe('careless', { ...good, [name]: changed });
  expect([status, json.code]).toEqual([400, 'VALIDATION_ERROR']);
  expect(json.errors).toContainEqual({ field, message });
  expect(await list('careless')).toEqual([]);
});
