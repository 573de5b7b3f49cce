import { expect, test } from 'vitest';
import type { LedgerStanding } from '../../queries/integrity-runs.ts';
import { isDue, Standings, secondsFresh } from './standings.ts';

const HOURLY = { every: 3600 };

const standing = (change: Partial<LedgerStanding>): LedgerStanding => ({
  ledgerId: 1n,
  ledger: 'main',
  sound: true,
  violations: {},
  age: 0,
  took: 1,
  attempted: 0,
  ...change,
});

test('a ledger is due where it was never verified, and when its time has come', () => {
  expect(isDue(standing({ sound: null, attempted: null }), HOURLY)).toBe(true);
  expect(isDue(standing({ age: 3599, attempted: 3599 }), HOURLY)).toBe(false);
  expect(isDue(standing({ age: 3600, attempted: 3600 }), HOURLY)).toBe(true);
});

test('books that take long are verified more rarely: at most a tenth of the time', () => {
  const large = { took: 1000 };
  expect(isDue(standing({ ...large, age: 9999, attempted: 9999 }), HOURLY)).toBe(false);
  expect(isDue(standing({ ...large, age: 10_000, attempted: 10_000 }), HOURLY)).toBe(true);
  expect(secondsFresh(standing({ ...large, age: 10_000 }), HOURLY)).toBe(20_000);
});

test('what failed or is under way is not tried again at once', () => {
  expect(isDue(standing({ age: 4000, attempted: 59 }), HOURLY)).toBe(false);
  expect(isDue(standing({ age: 4000, attempted: 61 }), HOURLY)).toBe(true);
});

test('a result counts for three periods, for a day where there is no schedule', () => {
  expect(secondsFresh(standing({ age: 10_799 }), HOURLY)).toBeGreaterThan(0);
  expect(secondsFresh(standing({ age: 10_800 }), HOURLY)).toBe(0);
  expect(secondsFresh(standing({ age: 86_399 }), { every: 0 })).toBe(1);
  expect(secondsFresh(standing({ sound: null }), HOURLY)).toBe(0);
});

test('all ledgers together stand as the worst of them does', () => {
  const worst = (...all: LedgerStanding[]) => new Standings(all).worst(HOURLY);
  expect(worst()).toBe('unknown');
  expect(worst(standing({}), standing({}))).toBe('ok');
  expect(worst(standing({}), standing({ sound: null }))).toBe('unknown');
  expect(worst(standing({}), standing({ age: 10_800 }))).toBe('unknown');
  expect(worst(standing({ sound: null }), standing({ sound: false, age: 10_800 }))).toBe('violated');
});
