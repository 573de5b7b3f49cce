import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, minorUnits } from './asset.ts';
import { formatAmount, writeAmount } from './format.ts';
import { isCalculation, MOST_MINOR, parseAmount } from './parse.ts';

const TZS = { code: 'TZS', decimals: 2 };
const POINTS = { code: 'POINTS', decimals: 0 };
const LOCALES = ['en-TZ', 'sw-TZ'];

const minor = fc.bigInt({ min: 0n, max: MOST_MINOR });
const decimals = fc.integer({ min: 0, max: 8 });

describe('writing', () => {
  test('shillings are TSh, before the amount, without empty decimals', () => {
    for (const locale of LOCALES) expect(formatAmount(700_000n, TZS, locale)).toBe('TSh\u00a07,000');
    expect(formatAmount(700_050n, TZS, 'sw-TZ')).toBe('TSh\u00a07,000.50');
  });

  test('in a column all decimals are written', () => {
    expect(writeAmount(700_000n, TZS, 'en-TZ', { decimals: 'all' }).digits).toBe('7,000.00');
  });

  test('a minus is a true minus, and stands by the digits', () => {
    expect(formatAmount(-353_000n, TZS, 'en-TZ')).toBe('TSh\u00a0\u22123,530');
    expect(writeAmount(100n, TZS, 'en-TZ', { signs: 'always' }).sign).toBe('+');
    expect(writeAmount(0n, TZS, 'en-TZ', { signs: 'always' }).sign).toBe('');
  });

  test('what is no currency goes by its code', () => {
    expect(formatAmount(1500n, POINTS, 'en-TZ')).toBe('POINTS\u00a01,500');
  });

  test('what is written can be typed, and comes to the same', () => {
    fc.assert(
      fc.property(minor, decimals, fc.constantFrom(...LOCALES), fc.boolean(), (amount, digits, locale, all) => {
        const asset = { code: 'SHELLS', decimals: digits };
        const written = writeAmount(amount, asset, locale, { decimals: all ? 'all' : 'short' });
        expect(parseAmount(written.digits, asset)).toEqual({ minor: amount });
      }),
    );
  });
});

describe('reading what is typed', () => {
  test.each([
    ['7000', 700_000n],
    ['7,000', 700_000n],
    ['7 000', 700_000n],
    ['7,000.5', 700_050n],
    ['.5', 50n],
    ['12.', 1_200n],
    ['5000+2500', 750_000n],
    ['10,000 - 2,500', 750_000n],
    ['10000\u22122500', 750_000n],
    ['3*1,200', 360_000n],
    ['2\u00d71.25+1', 350n],
    ['1+2*3', 700n],
    ['0.125*8', 100n],
  ])('%s', (typed, expected) => {
    expect(parseAmount(typed, TZS)).toEqual({ minor: expected });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'notAnAmount'],
    ['1e3', 'notAnAmount'],
    ['5,50', 'notAnAmount'],
    ['1,0000', 'notAnAmount'],
    ['1.2.3', 'notAnAmount'],
    ['5000+', 'notAnAmount'],
    ['+5', 'notAnAmount'],
    ['.', 'notAnAmount'],
    ['1 2', 'notAnAmount'],
    ['1/2', 'notAnAmount'],
    ['1.005', 'tooPrecise'],
    ['5-6', 'negative'],
    ['10000000000.01', 'tooLarge'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(parseAmount(typed, TZS)).toEqual({ problem });
  });

  test('sums and products are exact', () => {
    fc.assert(
      fc.property(minor, minor, fc.integer({ min: 0, max: 99 }), decimals, (a, b, times, digits) => {
        const asset = { decimals: digits };
        const [left, right] = [decimalText(a, asset), decimalText(b, asset)];
        const check = (typed: string, expected: bigint) =>
          expect(parseAmount(typed, asset)).toEqual(
            expected < 0n
              ? { problem: 'negative' }
              : expected > MOST_MINOR
                ? { problem: 'tooLarge' }
                : { minor: expected },
          );
        check(`${left}+${right}`, a + b);
        check(`${left} - ${right}`, a - b);
        check(`${right}+${left}*${times}`, b + a * BigInt(times));
      }),
    );
  });

  test('nothing that is typed makes it throw', () => {
    fc.assert(fc.property(fc.string(), (typed) => void parseAmount(typed, TZS)));
  });

  test('a calculation is told from an amount', () => {
    expect(['5+2', '3*1,200', '10 - 2'].every(isCalculation)).toBe(true);
    expect(['5', '5+', '7,000.50', ''].some(isCalculation)).toBe(false);
  });
});

test('amounts of the API are taken exactly or not at all', () => {
  expect(minorUnits('9007199254740993')).toBe(9007199254740993n);
  expect(minorUnits(-5)).toBe(-5n);
  expect(() => minorUnits(0.5)).toThrow(RangeError);
  expect(() => minorUnits(2 ** 53)).toThrow(RangeError);
  expect(() => minorUnits('1.5')).toThrow(RangeError);
});
