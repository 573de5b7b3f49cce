import { expect, test } from 'vitest';
import { driftOf } from './drift.ts';

/** A thousand operations of 10 ms, and twenty slow ones. */
const minute = (slow: number): number[] => [...Array<number>(1_000).fill(10), ...Array<number>(20).fill(slow)];

test('the slowest hundredth of the last third is compared with that of the first', () => {
  const steady = Array.from({ length: 12 }, () => minute(50));
  expect(driftOf(steady)).toEqual({ share: 0, error: 0 });
  expect(driftOf([...steady.slice(0, 8), ...Array.from({ length: 4 }, () => minute(60))])?.share).toBeCloseTo(0.2);
  // What happens in between is neither.
  expect(driftOf(steady.with(5, minute(900)))?.share).toBe(0);
});

test('a single bad minute is told as an error, not as a drift', () => {
  const minutes = Array.from({ length: 30 }, (_, at) => minute(at % 2 === 0 ? 50 : 55));
  const drift = driftOf(minutes.with(25, minute(500)));
  expect(drift?.share).toBeLessThan(0.1);
  expect(drift?.error).toBeGreaterThan(0);
});

test('of fewer than six minutes it says nothing', () => {
  expect(driftOf(Array.from({ length: 5 }, () => minute(50)))).toBeNull();
});
