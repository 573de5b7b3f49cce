import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMajor, MAX_AMOUNT } from '../../ledger/money.ts';
import { majorUnits } from '../http/major-units.ts';
import { checker } from '../http/validation.ts';
import { type AmountField, majorAmount, minorAmount, minorUnits } from './amounts.ts';
import { parseJson } from './json.ts';

const amount = fc.bigInt({ min: 1n, max: MAX_AMOUNT });
const read = (literal: string) => parseJson(literal) as AmountField;
const minor = checker(minorAmount, 'the amount');
const major = checker(majorAmount, 'the amount');

test('minor units come out as they were written', () => {
  fc.assert(
    fc.property(amount, (units) => {
      expect(minor(read(units.toString()))).toBeNull();
      expect(minorUnits(read(units.toString()))).toBe(units);
    }),
  );
});

test('major units come out as they were written, whatever the decimals', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 8 }), (units, places) => {
      const literal = formatMajor(units, places);
      expect(major(read(literal))).toBeNull();
      expect(majorUnits('amount', read(literal), places)).toBe(units);
    }),
  );
});

test('more decimals than the asset has are refused by the name of the field', () => {
  expect(() => majorUnits('price', read('0.105'), 2)).toThrow('price has more decimal digits than the asset');
  expect(majorUnits('price', read('0.100'), 3)).toBe(100n);
});

test.each([
  ['0', 'must be greater than 0'],
  ['-1', 'must be greater than 0'],
  ['1.0', 'must be a whole number of minor units'],
  ['"1"', 'must be a number, not a text'],
  ['9007199254740993', 'must be at most 1000000000000'],
])('the amount %s: %s', (literal, message) => {
  expect(minor(read(literal))?.message).toContain(message);
});

test.each(['0', '0.00', '-0.5', '"1"', '1.123456789', '10000000000001'])('%s is no major amount', (literal) => {
  expect(major(read(literal))).not.toBeNull();
});
