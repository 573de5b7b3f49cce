import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { signToken, tokenKey } from './tokens.ts';

const root = await mkdtemp(join(tmpdir(), 'pochi-tokens-'));
afterAll(() => rm(root, { recursive: true }));

test('a token carries its claims, for our issuer and audience, and runs out', async () => {
  const config = readConfig({ DATA_DIR: root });
  const token = await signToken(config, { role: 'staff', subject: 'cashier123', ledger: 'uk', expires: '15m' });
  const { payload, protectedHeader } = await jwtVerify(token, await tokenKey(config), {
    algorithms: ['HS256'],
    issuer: 'pochi',
    audience: 'pochi',
    typ: 'JWT',
  });
  expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(payload).toMatchObject({ sub: 'cashier123', role: 'staff', ledger: 'uk' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(15 * 60);
});

test('a token that names no ledger carries none', async () => {
  const config = readConfig({ JWT_SECRET: 'a secret of thirty-two characters' });
  const token = await signToken(config, { role: 'customer', subject: '42' });
  expect((await jwtVerify(token, await tokenKey(config))).payload).not.toHaveProperty('ledger');
});

test('no token is signed where an identity provider makes them', async () => {
  const config = readConfig({ JWT_JWKS_URL: 'https://login.example/keys' });
  await expect(signToken(config, { role: 'staff', subject: 'x' })).rejects.toThrow('JWT_JWKS_URL');
});
