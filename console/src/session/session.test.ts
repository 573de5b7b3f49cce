import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { tokenOf } from '../../../test/support/http.ts';
import { keptToken } from './kept-token.ts';
import { pendingWrites } from './pending-writes.ts';
import { can, expireSession, SignOutBlocked, sessionStore, signIn, signOut, storeName } from './session.ts';
import { readToken, TokenProblem } from './token.ts';

const NOTHING = { waiting: 0, sending: 0, attention: 0 };
afterEach(async () => {
  pendingWrites.set(NOTHING);
  await signOut();
});

describe('a pasted token', () => {
  test('says who it is for', async () => {
    const token = await tokenOf({ role: 'staff', subject: 'Šárka', ledger: 'kenya' });
    expect(readToken(token)).toMatchObject({ token, subject: 'Šárka', role: 'staff', ledger: 'kenya' });
  });

  test('may come with what stood around it', async () => {
    const token = await tokenOf({ role: 'staff' });
    for (const around of [`  ${token}\n`, `Bearer ${token}`, `export STAFF_TOKEN=${token}`])
      expect(readToken(around).token).toBe(token);
  });

  test.each(['', 'hello', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.x'])('%j is none', (text) => {
    expect(() => readToken(text)).toThrow(TokenProblem);
  });
});

test('a session is kept over a reload, and gone after signing out', async () => {
  const token = await tokenOf({ role: 'staff' });
  await signIn(token);
  expect(await keptToken()).toBe(token);
  await signOut();
  expect([await keptToken(), sessionStore.get().session]).toEqual([null, null]);
});

test('while writes are queued nobody signs out', async () => {
  await signIn(await tokenOf({ role: 'staff' }));
  for (const pending of [{ waiting: 1 }, { sending: 1 }, { attention: 1 }]) {
    pendingWrites.set({ ...NOTHING, ...pending });
    await expect(signOut()).rejects.toThrow(SignOutBlocked);
    expect(sessionStore.get().session?.subject).toBe('staff');
  }
});

test('a refused token is marked as expired, and the person stays known', async () => {
  const { token } = await signIn(await tokenOf({ role: 'staff' }));
  expireSession('an older one');
  expect(sessionStore.get().expired).toBe(false);
  expireSession(token);
  expect(sessionStore.get()).toMatchObject({ expired: true, session: { subject: 'staff' } });
  await signIn(await tokenOf({ role: 'staff', ledger: 'main' }));
  expect(sessionStore.get().expired).toBe(false);
});

test('what a role can do is what the service lets it do', async () => {
  expect(can('slipCreate')).toBe(false);
  await signIn(await tokenOf({ role: 'staff' }));
  expect([can('paymentProcess'), can('customerErase')]).toEqual([true, false]);
  await signIn(await tokenOf({ role: 'customer' }));
  expect([can('walletBalance'), can('paymentProcess')]).toEqual([true, false]);
});

test('two people never share a local store, whatever they are called', () => {
  const people = [
    { ledger: 'main', subject: 'a' },
    { ledger: 'main', subject: 'a:b' },
    { ledger: 'main:a', subject: 'b' },
    { ledger: 'kenya', subject: 'a' },
  ];
  expect(new Set(people.map((person) => storeName('outbox', person))).size).toBe(people.length);
});
