import { expect, test } from 'vitest';
import { PERIODS, rangeOf } from './periods.ts';

test('periods are whole months and end today, or with the month before', () => {
  const ranges = (now: Date) => PERIODS.map((period) => rangeOf(period, now)).map(({ from, to }) => `${from} ${to}`);
  expect(ranges(new Date(2026, 10, 21))).toEqual([
    '2026-11-01 2026-11-21',
    '2026-10-01 2026-10-31',
    '2026-09-01 2026-11-21',
  ]);
  expect(ranges(new Date(2027, 0, 1))).toEqual([
    '2027-01-01 2027-01-01',
    '2026-12-01 2026-12-31',
    '2026-11-01 2027-01-01',
  ]);
});
