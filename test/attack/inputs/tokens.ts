import { SignJWT } from 'jose';
import { SECRET } from '../../support/http.ts';
import type { World } from '../world.ts';
import { type BadInput, bodiesOf, request } from './input.ts';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const CLAIMS = { iss: 'pochi', aud: 'pochi', sub: 'admin', role: 'admin', exp: 4_000_000_000 };
type Claims = Record<string, unknown>;

const without = (name: string): Claims => Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== name));

/** The right signature over any header and any claims. */
const signed = (claims: Claims, header: Record<string, unknown> = {}, key: Uint8Array = SECRET): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header } as { alg: string })
    .sign(key, { crit: { b64: true, known: false } as Record<string, boolean> });

async function badTokens(): Promise<[name: string, authorization: string][]> {
  const good = await signed(CLAIMS);
  const [head, body, signature] = good.split('.') as [string, string, string];
  const tokens: [string, string | Promise<string>][] = [
    ['alg none', `${base64({ alg: 'none', typ: 'JWT' })}.${body}.`],
    ['alg None with a signature', `${base64({ alg: 'None', typ: 'JWT' })}.${body}.${signature}`],
    ['no alg', `${base64({ typ: 'JWT' })}.${body}.${signature}`],
    ['RS256 named over an HMAC', `${base64({ alg: 'RS256', typ: 'JWT' })}.${body}.${signature}`],
    ['another key', signed(CLAIMS, {}, new Uint8Array(32))],
    ['another role put in', `${head}.${base64({ ...CLAIMS, sub: 'root' })}.${signature}`],
    ['no signature', `${head}.${body}.`],
    ['half a signature', `${head}.${body}.${signature.slice(0, 20)}`],
    ['another iss', signed({ ...CLAIMS, iss: 'evil' })],
    ['no iss', signed(without('iss'))],
    ['another aud', signed({ ...CLAIMS, aud: 'evil' })],
    ['no aud', signed(without('aud'))],
    ['another typ', signed(CLAIMS, { typ: 'at+jwt' })],
    ['no exp', signed(without('exp'))],
    ['an exp in the past', signed({ ...CLAIMS, exp: 1 })],
    ['an nbf in the future', signed({ ...CLAIMS, nbf: 3_900_000_000 })],
    ['no sub', signed(without('sub'))],
    ['an empty sub', signed({ ...CLAIMS, sub: '' })],
    ['NUL in sub', signed({ ...CLAIMS, sub: 'a\u0000b' })],
    ['no role', signed(without('role'))],
    ['an unknown role', signed({ ...CLAIMS, role: 'root' })],
    ['roles in a list', signed({ ...CLAIMS, role: ['admin'] })],
    ['a role of objects', signed({ ...CLAIMS, role: '__proto__' })],
    ['a ledger that is no name', signed({ ...CLAIMS, ledger: "main'--" })],
    ['a jku', signed(CLAIMS, { jku: 'http://127.0.0.1:1/keys' })],
    ['an x5u', signed(CLAIMS, { x5u: 'http://127.0.0.1:1/certificate' })],
    ['a jwk', signed(CLAIMS, { jwk: { kty: 'oct', k: 'AAAA' } })],
    ['an unknown crit', signed(CLAIMS, { crit: ['known'], known: true })],
    ['not JSON', 'YQ.YQ.YQ'],
    ['two parts', `${head}.${body}`],
  ];
  const bearers = await Promise.all(tokens.map(async ([name, token]) => [name, `Bearer ${await token}`] as const));
  return [
    ...bearers.map(([name, text]): [string, string] => [name, text]),
    ['Basic', `Basic ${Buffer.from('admin:admin').toString('base64')}`],
    ['no scheme', good],
    ['two tokens', `Bearer ${good}, Bearer ${good}`],
    ['a space behind', `Bearer ${good} x`],
    ['nothing', ''],
    ['a scheme alone', 'Bearer '],
    ['very long', `Bearer ${head}.${'a'.repeat(10_000)}.${signature}`],
    ['Latin-1', 'Bearer \u00e9.\u00e9.\u00e9'],
  ];
}

export async function tokens(world: World): Promise<BadInput[]> {
  const bodies = bodiesOf(world);
  const takers: [operation: string, url: string, body: object | null][] = [
    ['walletBalance', `/api/v1/wallets/${world.customer}/balance`, null],
    ['walletTopup', '/api/v1/wallets/topup', bodies.movement],
    ['changeStore', '/api/wallet/store-change', bodies.change],
    ['walletAddFunds', '/api/v1/customer/wallet/add-funds', bodies.addFunds],
  ];
  const bad = await badTokens();
  return takers.flatMap(([operation, url, body]) =>
    bad.map(([name, authorization]) => ({
      name: `${operation}: ${name}`,
      request: request(operation, url, body && JSON.stringify(body), { role: null, headers: { authorization } }),
      status: 401,
    })),
  );
}
