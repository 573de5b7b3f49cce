import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KeysUnavailable, TokenRefused, tokenVerifier } from './tokens.ts';

const secret = new TextEncoder().encode('a secret that only the tests are meant to know');
const SETTINGS = { issuer: 'pochi', audience: 'pochi' };
const verify = tokenVerifier({ ...SETTINGS, keys: { secret } });

const now = () => Math.floor(Date.now() / 1000);
const GOOD = (): JWTPayload => ({
  iss: 'pochi',
  aud: 'pochi',
  sub: 'alice',
  role: 'customer',
  exp: now() + 60,
});

const sign = (payload: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key: Uint8Array = secret) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header })
    .sign(key, { crit: { known: false } });

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const without = (name: string): JWTPayload => {
  const payload = GOOD();
  delete payload[name];
  return payload;
};

describe('a token by our own secret', () => {
  test('tells subject, role and ledger', async () => {
    const expires = now() + 65;
    expect(await verify(await sign(GOOD()))).toEqual({ subject: 'alice', role: 'customer', ledger: 'main', expires });
    expect((await verify(await sign({ ...GOOD(), ledger: 'kenya' }))).ledger).toBe('kenya');
    expect((await verify(await sign({ ...GOOD(), aud: ['other', 'pochi'] }))).subject).toBe('alice');
  });

  const bad: [string, () => Promise<string>][] = [
    ['no signature', async () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(GOOD())}.`],
    ['no algorithm', async () => `${base64({ typ: 'JWT' })}.${base64(GOOD())}.x`],
    ['another secret', () => sign(GOOD(), {}, new TextEncoder().encode('x'.repeat(40)))],
    ['HS512', () => sign(GOOD(), { alg: 'HS512' }, new Uint8Array(64))],
    ['another issuer', () => sign({ ...GOOD(), iss: 'evil' })],
    ['no issuer', () => sign(without('iss'))],
    ['another audience', () => sign({ ...GOOD(), aud: 'evil' })],
    ['no audience', () => sign(without('aud'))],
    ['another type', () => sign(GOOD(), { typ: 'at+jwt' })],
    ['no expiry', () => sign(without('exp'))],
    ['an expiry in the past', () => sign({ ...GOOD(), exp: now() - 60 })],
    ['a start in the future', () => sign({ ...GOOD(), nbf: now() + 60 })],
    ['no subject', () => sign(without('sub'))],
    ['an empty subject', () => sign({ ...GOOD(), sub: '' })],
    ['NUL in the subject', () => sign({ ...GOOD(), sub: 'a\0b' })],
    ['no role', () => sign(without('role'))],
    ['an unknown role', () => sign({ ...GOOD(), role: 'root' })],
    ['a role that objects have by nature', () => sign({ ...GOOD(), role: 'constructor' })],
    ['several roles', () => sign({ ...GOOD(), role: ['admin'] })],
    ['a ledger that is no name', () => sign({ ...GOOD(), ledger: "main'; --" })],
    ['a ledger that is a number', () => sign({ ...GOOD(), ledger: 1 })],
    ['an unknown critical header', () => sign(GOOD(), { crit: ['known'], known: true })],
    ['an address of keys', () => sign(GOOD(), { jku: 'http://127.0.0.1:1/keys' })],
    ['an address of certificates', () => sign(GOOD(), { x5u: 'http://127.0.0.1:1/certificate' })],
    ['a certificate', () => sign(GOOD(), { x5c: ['abc'] })],
    ['a key of its own', () => sign(GOOD(), { jwk: { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' } })],
    [
      'a changed payload',
      async () => (await sign(GOOD())).replace(/\.[^.]+\./, `.${base64({ ...GOOD(), role: 'admin' })}.`),
    ],
    ['nothing in it', async () => '..'],
    ['no dots', async () => 'abc'],
  ];
  test.each(bad)('is refused with %s', async (_what, make) => {
    await expect(verify(await make())).rejects.toBeInstanceOf(TokenRefused);
  });

  test('a short secret is refused from the start', () => {
    expect(() => tokenVerifier({ ...SETTINGS, keys: { secret: new Uint8Array(31) } })).toThrow('32 bytes');
  });
});

describe('a token by an identity provider', () => {
  let provider: Server;
  let jwksUrl: string;
  let asked = 0;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
    provider = createServer((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    jwksUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
  });
  afterAll(() => {
    provider.close();
    provider.closeAllConnections();
  });

  const issue = (header: object = {}, key: typeof keys.privateKey | Uint8Array = keys.privateKey) =>
    new SignJWT(GOOD()).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'one', ...header }).sign(key);

  test('is checked against its keys, which are fetched once', async () => {
    const check = tokenVerifier({ ...SETTINGS, keys: { jwksUrl } });
    asked = 0;
    expect((await check(await issue())).subject).toBe('alice');
    expect((await check(await issue())).subject).toBe('alice');
    expect(asked).toBe(1);
  });

  test('cannot be signed with the public key as if it were a secret', async () => {
    const check = tokenVerifier({ ...SETTINGS, keys: { jwksUrl } });
    const publicKey = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    await expect(check(await issue({ alg: 'HS256' }, publicKey))).rejects.toBeInstanceOf(TokenRefused);
  });

  test.each(['two', '../../etc/passwd', "one' or 1=1"])('is refused where it names the key %s', async (kid) => {
    const check = tokenVerifier({ ...SETTINGS, keys: { jwksUrl } });
    await expect(check(await issue({ kid }))).rejects.toBeInstanceOf(TokenRefused);
  });

  test('says nothing of the token where the keys cannot be had', async () => {
    const nobody = tokenVerifier({ ...SETTINGS, keys: { jwksUrl: 'http://127.0.0.1:1/jwks' } });
    await expect(nobody(await issue())).rejects.toBeInstanceOf(KeysUnavailable);
  });
});
