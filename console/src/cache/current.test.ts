import { beforeEach, expect, test } from 'vitest';
import { sessionStore } from '../session/session.ts';
import type { Session } from '../session/token.ts';
import type { Cache } from './cache.ts';
import { cacheStore, onceOpen } from './current.ts';

const signedIn = (subject: string) =>
  sessionStore.set({ session: { subject, ledger: 'main', role: 'staff' } as Session, expired: false });
const cache = {} as Cache;

let kept: Cache[];
const keep = () => onceOpen(async (open) => void kept.push(open));
beforeEach(() => {
  kept = [];
  cacheStore.set(null);
  signedIn('asha');
});

test('an answer is kept at once where the cache is open', () => {
  cacheStore.set(cache);
  keep();
  expect(kept).toEqual([cache]);
});

test('an answer that comes before the cache is open is kept once it is, once', () => {
  keep();
  expect(kept).toEqual([]);
  cacheStore.set(cache);
  cacheStore.set(null);
  cacheStore.set(cache);
  expect(kept).toEqual([cache]);
});

test('an answer is never kept for whoever signed in after it came', () => {
  keep();
  signedIn('juma');
  cacheStore.set(cache);
  expect(kept).toEqual([]);
});
