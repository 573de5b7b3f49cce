import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMajor, MAX_AMOUNT, parseMajor, parseMinor } from './money.ts';

const amounts = fc.bigInt({ min: 1n, max: MAX_AMOUNT });
const places = fc.integer({ min: 0, max: 8 });

test('formatting and parsing again gives the same amount, whatever the decimal places', () => {
  fc.assert(
    fc.property(amounts, places, (amount, decimalPlaces) => {
      expect(parseMajor(formatMajor(amount, decimalPlaces), decimalPlaces)).toEqual({ ok: true, amount });
    }),
    { numRuns: 100_000 },
  );
});

test('a major amount is the minor amount with the point moved, digit by digit', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 8 }), (amount, decimalPlaces) => {
      const text = formatMajor(amount, decimalPlaces);
      expect(text.replace('.', '').replace(/^0+/, '')).toBe(amount.toString());
      expect(text.length - text.indexOf('.') - 1).toBe(decimalPlaces);
    }),
  );
});

test.each([
  ['1', 0, 1n],
  ['0.1', 2, 10n],
  ['0.10', 2, 10n],
  ['12.5', 2, 1250n],
  ['10000000000.00', 2, 1_000_000_000_000n],
  ['7000', 2, 700_000n],
  ['0.00000001', 8, 1n],
])('%s with %i decimal places is %i minor units', (text, decimalPlaces, amount) => {
  expect(parseMajor(text, decimalPlaces)).toEqual({ ok: true, amount });
});

test.each([
  ['0.001', 2, 'too_many_decimals'],
  ['0.100', 2, 'too_many_decimals'],
  ['1.0', 0, 'too_many_decimals'],
  ['1e2', 2, 'not_a_number'],
  ['.5', 2, 'not_a_number'],
  ['5.', 2, 'not_a_number'],
  ['05', 2, 'not_a_number'],
  ['+5', 2, 'not_a_number'],
  [' 5', 2, 'not_a_number'],
  ['NaN', 2, 'not_a_number'],
  ['', 2, 'not_a_number'],
  ['0', 2, 'not_positive'],
  ['0.00', 2, 'not_positive'],
  ['-0.01', 2, 'not_positive'],
  ['10000000000.01', 2, 'too_large'],
  [`1${'0'.repeat(400)}`, 2, 'too_large'],
])('%s is refused as a major amount with %i decimal places: %s', (text, decimalPlaces, problem) => {
  expect(parseMajor(text, decimalPlaces)).toEqual({ ok: false, problem });
});

test.each([
  ['0', 'not_positive'],
  ['-1', 'not_positive'],
  ['1.5', 'too_many_decimals'],
  ['1.0', 'too_many_decimals'],
  ['1e2', 'not_a_number'],
  ['9007199254740993', 'too_large'],
  [`1${'0'.repeat(400)}`, 'too_large'],
])('%s is refused as a minor amount: %s', (text, problem) => {
  expect(parseMinor(text)).toEqual({ ok: false, problem });
});

test('the largest amount is taken to the unit and not one more', () => {
  expect(parseMinor(MAX_AMOUNT.toString())).toEqual({ ok: true, amount: MAX_AMOUNT });
  expect(parseMinor((MAX_AMOUNT + 1n).toString())).toEqual({ ok: false, problem: 'too_large' });
});

test('a debt is written with its sign before all digits', () => {
  expect(formatMajor(-5n, 2)).toBe('-0.05');
  expect(formatMajor(-1250n, 2)).toBe('-12.50');
  expect(formatMajor(0n, 2)).toBe('0.00');
});
