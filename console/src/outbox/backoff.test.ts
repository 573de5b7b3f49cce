import { expect, test } from 'vitest';
import { backoff, retryAfter } from './backoff.ts';
import { Pauses } from './pauses.ts';

test('waits grow to a quarter of a minute, and by chance up to half less', () => {
  const longest = [1, 2, 3, 5, 6, 50].map((failures) => backoff(failures, () => 0));
  expect(longest).toEqual([500, 1_000, 2_000, 8_000, 15_000, 15_000]);
  expect(backoff(3, () => 0.999)).toBeCloseTo(1_001);
});

test.each([
  ['3', null, 3_000],
  ['Wed, 21 Oct 2015 07:28:10 GMT', 'Wed, 21 Oct 2015 07:28:00 GMT', 10_000],
  ['Wed, 21 Oct 2015 07:27:00 GMT', 'Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['Wed, 21 Oct 2015 07:28:10 GMT', null, null],
  ['soon', null, null],
  ['999999999', null, 900_000],
])('Retry-After %s at %s asks for %s ms', (wish, date, ms) => {
  const headers = new Headers({ 'retry-after': wish, ...(date !== null && { date }) });
  expect(retryAfter(headers)).toBe(ms);
});

test('hope cuts a backoff short, but not what the service asked for', () => {
  let now = 0;
  const pauses = new Pauses(
    () => now,
    () => 0,
  );
  pauses.pauseAll(null);
  expect(pauses.wait()).toBe(500);
  pauses.hope();
  expect(pauses.wait()).toBe(0);
  pauses.pauseAll(3_000);
  pauses.hope();
  expect(pauses.wait()).toBe(3_000);
  now = 3_000;
  expect(pauses.wait()).toBe(0);
});

test('a network that is back counts failures anew, and leaves what the service asked for', () => {
  const pauses = new Pauses(
    () => 0,
    () => 0,
  );
  for (let failure = 0; failure < 10; failure += 1) pauses.pauseAll(null);
  pauses.hope();
  pauses.pauseAll(null);
  expect(pauses.wait()).toBe(15_000);
  pauses.anew();
  expect(pauses.wait()).toBe(0);
  pauses.pauseAll(null);
  expect(pauses.wait()).toBe(500);
  pauses.pauseAll(3_000);
  pauses.anew();
  expect(pauses.wait()).toBe(3_000);
});
