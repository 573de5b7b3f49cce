import type { FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../queries/database.ts';
import { LedgerNames } from '../../queries/ledgers.ts';
import { Authenticator } from './authenticate.ts';
import { KeysUnavailable, TokenRefused, type TokenVerifier } from './tokens.ts';

const START = Date.parse('2030-01-01T00:00:00Z');
const EXPIRES = START / 1000 + 60;

const database: Database = { query: async () => ({ rows: [{ id: 7n }] as never[] }) };
const verify = vi.fn<TokenVerifier>();
let authenticator: Authenticator;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  verify.mockReset();
  verify.mockResolvedValue({ subject: 'alice', role: 'customer', ledger: 'main', expires: EXPIRES });
  authenticator = new Authenticator(verify, new LedgerNames(database));
});
afterEach(() => {
  vi.useRealTimers();
});

const authenticate = async (authorization?: string) =>
  authenticator.authenticate({ headers: { authorization } } as unknown as FastifyRequest);

test('a token is verified once, until it expires', async () => {
  const principal = { subject: 'alice', role: 'customer', ledgerId: 7n };
  expect(await authenticate('Bearer a.b.c')).toEqual(principal);
  expect(await authenticate('bearer a.b.c')).toEqual(principal);
  expect(verify).toHaveBeenCalledTimes(1);
  await authenticate('Bearer a.b.d');
  expect(verify).toHaveBeenCalledTimes(2);

  vi.setSystemTime(EXPIRES * 1000);
  verify.mockRejectedValue(new TokenRefused());
  await expect(authenticate('Bearer a.b.c')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a refused token is not remembered', async () => {
  verify.mockRejectedValueOnce(new TokenRefused());
  await expect(authenticate('Bearer a.b.c')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await authenticate('Bearer a.b.c')).toMatchObject({ subject: 'alice' });
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Bearer a.b',
  'Basic a.b.c',
  'Bearer a.b.c d',
  'a.b.c',
  'Bearer a.b.c\n',
])('the header %j is refused unread', async (header) => {
  await expect(authenticate(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(verify).not.toHaveBeenCalled();
});

test('where the keys cannot be had, the caller may try again', async () => {
  verify.mockRejectedValue(new KeysUnavailable());
  await expect(authenticate('Bearer a.b.c')).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    headers: { 'retry-after': '5' },
  });
});
