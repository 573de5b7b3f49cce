import { expect, test } from 'vitest';
import { slipNumber } from './slip.ts';

test('a slip number is the time of the sale in UTC and the random end of the id', () => {
  const number = slipNumber('0190b5e0-7a3c-7abc-8def-1234deadbeef', new Date('2024-12-31T23:59:59.999-05:00'));
  expect(number).toBe('CS-20250101045959-DEADBEEF');
});
