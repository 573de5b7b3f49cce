import { describe, expect, test } from 'vitest';
import { growthOf, type Look } from './memory.ts';
import { slopeOf } from './slope.ts';
import { driftOf, verdict } from './verdict.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const looksOf = (pid: number, seconds: number, megabytes: (at: number) => number, from = 0): Look[] =>
  Array.from({ length: seconds / 5 }, (_, i) => ({
    pid,
    at: from + i * 5 * SECOND,
    megabytes: megabytes(i * 5 * SECOND),
  }));

describe('what a soak has to hold', () => {
  const sound = { serverErrors: 0, growth: null, p99: Array(9).fill(20), looks: 9, minutes: 9 };

  test('holds where nothing grows, slows down or fails', () => {
    expect(verdict(sound)).toEqual([]);
  });

  test('does not hold with one server error', () => {
    expect(verdict({ ...sound, serverErrors: 1 })).toEqual(['1 answers were server errors, apart from kills']);
  });

  test('does not hold where the books were not looked at every minute', () => {
    expect(verdict({ ...sound, looks: 8 })).toEqual(['the books were looked at 8 times in 9 minutes']);
  });

  test('does not hold where the last third is slower by a tenth', () => {
    expect(driftOf([20, 20, 20, 21, 22, 21, 22, 22, 22])).toBeCloseTo(0.1);
    expect(verdict({ ...sound, p99: [20, 20, 20, 21, 22, 21, 22, 22, 22] })).toEqual([
      'the last third was slower than the first by 10 %',
    ]);
    expect(verdict({ ...sound, p99: [20, 20, 20, 90, 90, 90, 21, 21, 21] })).toEqual([]);
  });

  test('does not hold where the service grows, and holds where that may be chance', () => {
    const growing = { slope: 4, error: 1, minutes: 50 };
    expect(verdict({ ...sound, growth: growing })).toEqual(['the service grows by 4.0 MB an hour, give or take 1.0']);
    expect(verdict({ ...sound, growth: { ...growing, error: 2 } })).toEqual([]);
  });
});

describe('growth', () => {
  const leak = (at: number) => 200 + (at / HOUR) * 6 + ((at / SECOND) % 35);

  test('is that of a line through what is left behind each collection of garbage', () => {
    const growth = growthOf(looksOf(1, 3_000, leak));
    expect(growth?.slope).toBeCloseTo(6, 0);
    expect(growth?.minutes).toBeCloseTo(39.9, 0);
  });

  test('is not looked for while a process warms up, nor across two of them', () => {
    const warming = (at: number) => Math.min(at / SECOND, 600);
    const looks = [...looksOf(1, 1_200, () => 999), ...looksOf(2, 2_400, warming, 1_200 * SECOND)];
    expect(growthOf(looks)?.slope).toBeCloseTo(0, 5);
  });

  test('is not told of a time that is too short', () => {
    expect(growthOf(looksOf(1, 900, leak))).toBeNull();
    expect(
      slopeOf([
        { x: 0, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toBeNull();
  });
});
