import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, decimalOf, moneyOf } from './number.ts';
import { customerId, dayOf, FeedProblem, flagOf, parseFeedJson, textOf, timeOf } from './record.ts';

const asset = (decimalPlaces: number) => ({ id: 1, code: 'USD', name: 'US Dollar', decimalPlaces });

test('numbers of JSON stay the letters that were written', () => {
  expect(parseFeedJson('{"a": 1.50, "b": [9007199254740993], "c": "1", "d": true, "e": null}')).toEqual({
    ...{ a: '1.50', b: ['9007199254740993'], c: '1', d: true, e: null },
  });
});

describe('texts', () => {
  test.each([
    ['  Asha  ', 'Asha'],
    ['', null],
    ['   ', null],
    [null, null],
    [undefined, null],
    ['a\u0000b', 'ab'],
    ['\ud800x', '\ufffdx'],
  ])('%j is %j', (given, text) => {
    expect(textOf({ name: given }, 'name', 10)).toBe(text);
  });

  test('a problem names the field and not what stands in it', () => {
    expect(() => textOf({ name: 'Secret name' }, 'name', 5)).toThrow(
      new FeedProblem('name is longer than 5 characters'),
    );
    expect(() => customerId({ id: 'a secret' }, 'id')).toThrow(
      new FeedProblem('id has characters that an id cannot have'),
    );
  });
});

describe('times', () => {
  test.each([
    ['2025-09-05T14:08:13.633Z', '2025-09-05T14:08:13.633Z'],
    ['2025-09-05T14:08:13+03:00', '2025-09-05T11:08:13.000Z'],
    ['2025-09-05 14:08', '2025-09-05T14:08:00.000Z'],
    ['2025-09-05T14:08:13', '2025-09-05T14:08:13.000Z'],
    ['2025-09-05', '2025-09-05T00:00:00.000Z'],
    [{ $date: '2025-09-05T14:08:13.633Z' }, '2025-09-05T14:08:13.633Z'],
  ])('%j is %s', (given, time) => {
    expect(timeOf({ at: given }, 'at')?.toISOString()).toBe(time);
  });

  test.each(['yesterday', '5/9/25', '2025-13-01', '1757081293', '2025-09-05T25:00Z', { $date: 'x' }])(
    '%j is refused',
    (given) => {
      expect(() => timeOf({ at: given }, 'at')).toThrow(FeedProblem);
    },
  );

  test('a day of a time is its day; one that the calendar lacks is refused', () => {
    expect(dayOf({ at: '1990-01-01T00:00:00.000Z' }, 'at')).toBe('1990-01-01');
    expect(() => dayOf({ at: '2023-02-29' }, 'at')).toThrow(FeedProblem);
  });
});

test.each([
  [true, true],
  ['Y', true],
  ['0', false],
  [undefined, false],
])('the flag %j is %j', (given, flag) => {
  expect(flagOf({ f: given }, 'f')).toBe(flag);
});
test.each(['maybe', 'constructor', []])('the flag %j is refused', (given) => {
  expect(() => flagOf({ f: given }, 'f')).toThrow(FeedProblem);
});

describe('numbers', () => {
  test.each([
    ['12.50', '12.5'],
    ['0.0', '0'],
    ['-0', '0'],
    ['-3.10', '-3.1'],
    ['100', '100'],
  ])('%s is %s', (given, plain) => {
    expect(decimalOf({ n: given }, 'n')).toBe(plain);
  });

  test.each(['1e3', '1,000', '01', '.5', '5.', '--1', 'NaN', '12345678901234'])('%s is refused', (given) => {
    expect(() => decimalOf({ n: given }, 'n')).toThrow(FeedProblem);
  });

  test('counts are whole and not below zero', () => {
    expect(countOf({ n: '30' }, 'n')).toBe(30n);
    expect(countOf({}, 'n')).toBe(0n);
    for (const given of ['-1', '1.5']) expect(() => countOf({ n: given }, 'n')).toThrow(FeedProblem);
  });

  test('money is exact, below zero too', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.nat(4), (minor, places) => {
        const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
        const point = digits.length - places;
        const text = `${minor < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? '.' : ''}${digits.slice(point)}`;
        expect(moneyOf({ n: text }, 'n', asset(places))).toBe(minor);
      }),
    );
    expect(() => moneyOf({ n: '1.001' }, 'n', asset(2))).toThrow('n has more decimals than USD');
    expect(moneyOf({ n: '1.000' }, 'n', asset(0))).toBe(1n);
  });
});
