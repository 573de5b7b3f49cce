import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OutboundError, type OutboundReason } from './failure.ts';
import { createOutbound, type Outbound, type Resolve } from './outbound.ts';

const PUBLIC = '93.184.215.14';

/** What the names of these tests lead to, whatever the network of this machine says. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'hooks.example.com': [PUBLIC, '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'loopback.example.com': ['127.0.0.1'],
  'private.example.com': ['10.1.2.3'],
  'metadata.example.com': ['169.254.169.254'],
  'loopback6.example.com': ['::1'],
  'mapped.example.com': ['::ffff:10.0.0.1'],
  'unique-local.example.com': ['fd12:3456::1'],
  'nat64.example.com': ['64:ff9b::a00:1'],
  'both.example.com': [PUBLIC, '192.168.0.1'],
  'both6.example.com': [PUBLIC, 'fe80::1'],
  'nowhere.example.com': [],
  'internal.example.com': ['10.7.0.1'],
};
const resolve: Resolve = async (host) => {
  const addresses = NAMES[host];
  if (!addresses) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
  return addresses;
};

/** Every address that must not be called, and what is said of it. */
const REFUSED: readonly (readonly [string, OutboundReason])[] = [
  // What is no web address, or not by https.
  ['', 'URL'],
  ['hooks.example.com', 'URL'],
  ['https://', 'URL'],
  ['https://hooks.example.com/a b', 'URL'],
  ['https://hooks.example.com\\@127.0.0.1/', 'URL'],
  ['https://hooks.example.com/\n', 'URL'],
  ['https://bücher.example.com/', 'URL'],
  [`https://hooks.example.com/${'a'.repeat(2048)}`, 'URL'],
  ['http://hooks.example.com/', 'SCHEME'],
  ['ftp://hooks.example.com/', 'SCHEME'],
  ['file:///etc/passwd', 'SCHEME'],
  ['gopher://hooks.example.com/', 'SCHEME'],
  ['javascript:alert(1)', 'SCHEME'],
  ['data:text/plain,hello', 'SCHEME'],
  ['ws://hooks.example.com/', 'SCHEME'],
  ['unix:/var/run/docker.sock', 'SCHEME'],
  // Names and passwords.
  ['https://user@hooks.example.com/', 'USERINFO'],
  ['https://user:password@hooks.example.com/', 'USERINFO'],
  ['https://hooks.example.com@127.0.0.1/', 'USERINFO'],
  ['https://:@hooks.example.com/', 'USERINFO'],
  ['https://@127.0.0.1/', 'USERINFO'],
  // Ports of other services.
  ['https://hooks.example.com:22/', 'PORT'],
  ['https://hooks.example.com:80/', 'PORT'],
  ['https://hooks.example.com:5432/', 'PORT'],
  ['https://hooks.example.com:6379/', 'PORT'],
  ['https://hooks.example.com:65535/', 'PORT'],
  [`https://${PUBLIC}:9200/`, 'PORT'],
  // This machine.
  ['https://127.0.0.1/', 'ADDRESS'],
  ['https://127.0.0.1:8443/', 'ADDRESS'],
  ['https://127.255.255.254/', 'ADDRESS'],
  ['https://0.0.0.0/', 'ADDRESS'],
  ['https://[::1]/', 'ADDRESS'],
  ['https://[::]/', 'ADDRESS'],
  ['https://localhost/', 'HOST'],
  ['https://localhost./', 'HOST'],
  ['https://LOCALHOST/', 'HOST'],
  ['https://app.localhost/', 'HOST'],
  // The same in disguise.
  ['https://2130706433/', 'HOST'],
  ['https://0x7f000001/', 'HOST'],
  ['https://0x7f.0.0.1/', 'HOST'],
  ['https://0177.0.0.1/', 'HOST'],
  ['https://017700000001/', 'HOST'],
  ['https://127.1/', 'HOST'],
  ['https://127.0.1/', 'HOST'],
  ['https://0/', 'HOST'],
  ['https://127.0.0.1./', 'ADDRESS'],
  ['https://%31%32%37.0.0.1/', 'HOST'],
  ['https://[::ffff:127.0.0.1]/', 'HOST'],
  ['https://[::ffff:7f00:1]/', 'ADDRESS'],
  ['https://[0:0:0:0:0:0:0:1]/', 'HOST'],
  ['https://[::7f00:1]/', 'ADDRESS'],
  // Private networks, shared ones, and clouds' own services.
  ['https://10.0.0.1/', 'ADDRESS'],
  ['https://10.255.255.255/', 'ADDRESS'],
  ['https://172.16.0.1/', 'ADDRESS'],
  ['https://172.31.255.255/', 'ADDRESS'],
  ['https://192.168.0.1/', 'ADDRESS'],
  ['https://167772161/', 'HOST'],
  ['https://100.64.0.1/', 'ADDRESS'],
  ['https://100.127.255.255/', 'ADDRESS'],
  ['https://169.254.0.1/', 'ADDRESS'],
  ['https://169.254.169.254/latest/meta-data/', 'ADDRESS'],
  ['https://2852039166/', 'HOST'],
  ['https://[::ffff:a9fe:a9fe]/', 'ADDRESS'],
  ['https://168.63.129.16/', 'ADDRESS'],
  ['https://192.0.0.192/', 'ADDRESS'],
  ['https://[fd00:ec2::254]/', 'ADDRESS'],
  ['https://[fc00::1]/', 'ADDRESS'],
  ['https://[fe80::1]/', 'ADDRESS'],
  ['https://[fec0::1]/', 'ADDRESS'],
  // Everybody, nobody, and the future.
  ['https://224.0.0.1/', 'ADDRESS'],
  ['https://239.255.255.250/', 'ADDRESS'],
  ['https://255.255.255.255/', 'ADDRESS'],
  ['https://240.0.0.1/', 'ADDRESS'],
  ['https://192.0.2.1/', 'ADDRESS'],
  ['https://198.18.0.1/', 'ADDRESS'],
  ['https://198.51.100.1/', 'ADDRESS'],
  ['https://203.0.113.1/', 'ADDRESS'],
  ['https://192.88.99.1/', 'ADDRESS'],
  ['https://[ff02::1]/', 'ADDRESS'],
  ['https://[2001:db8::1]/', 'ADDRESS'],
  ['https://[100::1]/', 'ADDRESS'],
  ['https://[4000::1]/', 'ADDRESS'],
  // Ways out of IPv6 into IPv4.
  ['https://[64:ff9b::7f00:1]/', 'ADDRESS'],
  ['https://[64:ff9b:1::a00:1]/', 'ADDRESS'],
  ['https://[2002:7f00:1::]/', 'ADDRESS'],
  ['https://[2002:a00:1::1]/', 'ADDRESS'],
  ['https://[2001::1]/', 'ADDRESS'],
  ['https://[::ffff:0:7f00:1]/', 'ADDRESS'],
  // Names that are not public.
  ['https://redis/', 'HOST'],
  ['https://hooks.example.com./', 'HOST'],
  ['https://printer.local/', 'HOST'],
  ['https://metadata.google.internal/', 'HOST'],
  ['https://router.lan/', 'HOST'],
  ['https://nas.home.arpa/', 'HOST'],
  ['https://hidden.onion/', 'HOST'],
];

/** Names that look public, and lead where nobody may go. */
const REFUSED_NAMES: readonly (readonly [string, OutboundReason])[] = [
  ['https://loopback.example.com/', 'ADDRESS'],
  ['https://private.example.com/', 'ADDRESS'],
  ['https://metadata.example.com/', 'ADDRESS'],
  ['https://loopback6.example.com/', 'ADDRESS'],
  ['https://mapped.example.com/', 'ADDRESS'],
  ['https://unique-local.example.com/', 'ADDRESS'],
  ['https://nat64.example.com/', 'ADDRESS'],
  ['https://both.example.com/', 'ADDRESS'],
  ['https://both6.example.com/', 'ADDRESS'],
  ['https://nowhere.example.com/', 'UNRESOLVED'],
  ['https://unknown.example.com/', 'UNRESOLVED'],
];

const send = (outbound: Outbound, url: string) =>
  outbound.post({ url, headers: { 'content-type': 'text/plain' }, body: 'hello' }).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof OutboundError ? error.reason : error),
  );

describe('an address of a private network', () => {
  const outbound = createOutbound({ allow: [], timeoutMs: 2_000, resolve });
  afterAll(() => outbound.close());

  test.each([...REFUSED, ...REFUSED_NAMES])(
    '%s is refused when it is saved, and when it is called',
    async (url, reason) => {
      expect((await outbound.check(url))?.reason).toBe(reason);
      expect(await send(outbound, url)).toBe(reason);
    },
  );

  test('at least 80 ways to get there are tried', () => {
    expect(new Set([...REFUSED, ...REFUSED_NAMES].map(([url]) => url)).size).toBeGreaterThanOrEqual(80);
  });
});

test.each([
  'https://hooks.example.com/',
  'https://HOOKS.example.com/path?query=1',
  'https://hooks.example.com:443/',
  'https://hooks.example.com:8443/',
  `https://${PUBLIC}/`,
  'https://[2606:4700:4700::1111]/',
])('%s may be called', async (url) => {
  const outbound = createOutbound({ allow: [], timeoutMs: 1_000, resolve });
  expect(await outbound.check(url)).toBeNull();
  await outbound.close();
});

describe('what the operator allows', () => {
  test.each([
    [['10.7.0.0/16'], 'http://10.7.1.1:9000/', null],
    [['10.7.0.0/16'], 'http://10.8.1.1:9000/', 'SCHEME'],
    [['10.7.0.1'], 'https://10.7.0.1/', null],
    [['10.7.0.0/16'], 'https://internal.example.com/', null],
    [['hooks.internal'], 'https://private.internal/', 'HOST'],
    [['private.example.com'], 'http://private.example.com:8080/', null],
    [['private.example.com'], 'https://loopback.example.com/', 'ADDRESS'],
    [['fd00::/8'], 'https://[fd12::1]/', null],
  ] as const)('%s opens %s or not: %s', async (allow, url, reason) => {
    const outbound = createOutbound({ allow, timeoutMs: 1_000, resolve });
    expect((await outbound.check(url))?.reason ?? null).toBe(reason);
    await outbound.close();
  });

  test('an entry that is neither a name nor a range keeps the service from starting', () => {
    expect(() => createOutbound({ allow: ['10.0.0.0/99'], timeoutMs: 1 })).toThrow(/OUTBOUND_ALLOW names 10.0.0.0\/99/);
    expect(() => createOutbound({ allow: ['300.1.1.1'], timeoutMs: 1 })).toThrow(/OUTBOUND_ALLOW/);
  });
});

test('a name that leads elsewhere after it was saved is not called: the connection itself is looked at', async () => {
  let connections = 0;
  const inner = createTcpServer(() => {
    connections += 1;
  }).listen(8443, '127.0.0.1');
  await once(inner, 'listening');
  const answers = [[PUBLIC], ['127.0.0.1'], ['::1']];
  const outbound = createOutbound({
    allow: [],
    timeoutMs: 1_000,
    resolve: async () => answers.shift() ?? ['169.254.169.254'],
  });
  const url = 'https://rebinding.example.com:8443/';
  expect(await outbound.check(url)).toBeNull();
  for (let i = 0; i < 3; i += 1) expect(await send(outbound, url)).toBe('ADDRESS');
  expect(connections).toBe(0);
  await outbound.close();
  inner.close();
});

describe('a request', () => {
  let server: Server;
  let base: string;
  const seen: { method: string | undefined; url: string | undefined; body: string }[] = [];
  const outbound = createOutbound({ allow: ['127.0.0.1'], timeoutMs: 500 });

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, body });
        const [, kind = '', more = ''] = (request.url ?? '').split('/');
        if (kind === 'status') response.writeHead(Number(more), { location: `${base}/elsewhere` }).end('told');
        else if (kind === 'large') response.end('x'.repeat(10_000_000));
        else if (kind === 'kilobyte') response.end(`${'é'.repeat(1_000)}\0`);
        else if (kind === 'drip') setInterval(() => response.write('x'), 50).unref();
        else if (kind === 'reset') request.socket.resetAndDestroy();
        else if (kind === 'headers') response.writeHead(200, { 'x-long': 'x'.repeat(60_000) }).end();
        else if (kind !== 'silent') response.end('ok');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await outbound.close();
    server.closeAllConnections();
    server.close();
  });

  const post = (path: string) => outbound.post({ url: `${base}${path}`, headers: {}, body: 'hello' });

  test('is a POST with its body, and its answer comes back whatever its status', async () => {
    expect(await post('/')).toMatchObject({ status: 200, body: 'ok' });
    expect(seen.at(-1)).toEqual({ method: 'POST', url: '/', body: 'hello' });
    expect(await post('/status/500')).toMatchObject({ status: 500, body: 'told' });
    expect(await post('/status/404')).toMatchObject({ status: 404 });
  });

  test.each([301, 302, 303, 307, 308])('follows no redirect: %i is a failure', async (status) => {
    const before = seen.length;
    await expect(post(`/status/${status}`)).rejects.toMatchObject({ reason: 'REDIRECT', status });
    expect(seen.slice(before).map(({ url }) => url)).toEqual([`/status/${status}`]);
  });

  test('ends in time where the answer does not come, or never ends', async () => {
    await expect(post('/silent')).rejects.toMatchObject({ reason: 'TIMEOUT' });
    await expect(post('/drip')).rejects.toMatchObject({ reason: 'TIMEOUT' });
  });

  test('keeps the first kilobyte of an answer as text, and reads no further than it must', async () => {
    expect((await post('/large')).body).toBe('x'.repeat(1024));
    expect((await post('/kilobyte')).body).toBe('é'.repeat(512));
    await expect(post('/headers')).rejects.toMatchObject({ reason: 'CONNECTION' });
  });

  test('fails when its connection is reset or refused', async () => {
    await expect(post('/reset')).rejects.toMatchObject({ reason: 'CONNECTION' });
    await expect(outbound.post({ url: 'http://127.0.0.1:1/', headers: {}, body: '' })).rejects.toMatchObject({
      reason: 'CONNECTION',
    });
  });

  test('ends at once when it is no longer wanted', async () => {
    const stop = new AbortController();
    const sent = outbound.post({
      url: `${base}/silent`,
      headers: {},
      body: '',
      timeoutMs: 60_000,
      signal: stop.signal,
    });
    stop.abort();
    await expect(sent).rejects.toMatchObject({ reason: 'CANCELLED' });
  });

  test('goes through no proxy that the environment names', async () => {
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'])
      process.env[name] = 'http://127.0.0.1:1';
    try {
      expect((await post('/')).status).toBe(200);
    } finally {
      for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY']) delete process.env[name];
    }
  });
});
