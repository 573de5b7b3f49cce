import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCardNumber, passesLuhn } from './card-data.ts';

/** The numbers that the networks give out for tests. */
const CARDS = {
  Visa: '4242424242424242',
  'Visa of 13 digits': '4222222222222',
  'Visa of 19 digits': '4000000000000000006',
  Mastercard: '5555555555554444',
  'Mastercard, 2 series': '2223003122003222',
  'American Express': '378282246310005',
  Discover: '6011111111111117',
  'Diners Club': '30569309025904',
  JCB: '3530111333300000',
  UnionPay: '6200000000000005',
  Maestro: '6759649826438453',
};

describe.each(Object.entries(CARDS))('a number of %s', (_network, number) => {
  const inFours = (gap: string) => (number.match(/.{1,4}/g) ?? []).join(gap);
  test.each([
    number,
    inFours(' '),
    inFours('-'),
    inFours(' - '.trim()),
    inFours('\u00a0'),
    `paid with ${number}, thanks`,
    `card:${number}`,
    `card_${number}`,
    `${inFours(' ')} 12/29 123`,
    `${inFours('-')} 123`,
    `(${number})`,
    `${number}.5`,
  ])('is found in "%s"', (text) => {
    expect(hasCardNumber(text)).toBe(true);
  });

  test('is no card with another last digit', () => {
    const last = Number(number.at(-1));
    expect(hasCardNumber(`${number.slice(0, -1)}${(last + 1) % 10}`)).toBe(false);
  });
});

/** The digit that makes a number pass. */
const checkDigit = (digits: string): string => [...'0123456789'].find((digit) => passesLuhn(digits + digit)) as string;

test('any number of 13 to 19 digits that an issuer could have given is found, however it is grouped', () => {
  const issuer = fc.constantFrom(
    '4',
    '51',
    '55',
    '34',
    '37',
    '36',
    '35',
    '6011',
    '65',
    '62',
    '2221',
    '2720',
    '50',
    '8171',
  );
  const rest = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 });
  const length = fc.integer({ min: 13, max: 19 });
  const gaps = fc.array(fc.constantFrom('', ' ', '-'), { minLength: 18, maxLength: 18 });
  fc.assert(
    fc.property(issuer, rest, length, gaps, (prefix, digits, long, between) => {
      const head = (prefix + digits.join('')).slice(0, long - 1);
      const number = head + checkDigit(head);
      expect(
        hasCardNumber(
          [...number]
            .map((digit, i) => digit + (between[i] ?? ''))
            .join('')
            .replace(/[ -]+$/, ''),
        ),
      ).toBe(true);
    }),
  );
});

describe('what is no card is let through:', () => {
  test.each([
    ['a telephone number', '+255 712 345 678'],
    ['a telephone number of 13 digits that passes Luhn', '+49 1512 3456 786'],
    ['a telephone number without its plus', '255712345678'],
    ['milliseconds since 1970', '1790000000005'],
    ['microseconds since 1970', '1790000000000008'],
    ['a time', '2024-01-15T10:30:00.000Z'],
    ['a reference with a day', 'ORDER-20240115-000123'],
    ['a day and a number', '20240115-103000-7'],
    ['an IBAN', 'GB29 NWBK 6016 1331 9268 19'],
    ['an IBAN without spaces', 'DE89370400440532013000'],
    ['a SHA-256', '4242424242424242a4242424242424242424242424242424242424242424242f'],
    ['a payment of a provider', 'pi_3MtwBwLkdIwHu7ix28a3tqPa'],
    ['an id with a letter before it', 'TX4242424242424242'],
    ['twenty digits', '42424242424242424242'],
    ['twelve digits', '424242424242'],
    ['the largest amount', '1000000000000'],
    ['the largest balance', '9000000000000000'],
    ['a list of numbers', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30'],
    ['words', 'four two four two'],
  ])('%s', (_what, text) => {
    expect(hasCardNumber(text)).toBe(false);
  });

  test('10,000 UUIDs, and some that have no letters', () => {
    for (let i = 0; i < 10_000; i += 1) expect(hasCardNumber(randomUUID())).toBe(false);
    expect(hasCardNumber('01939424-2424-7242-8424-242424242424')).toBe(false);
  });
});

test('a long text full of digits is looked through in no time', () => {
  const text = `${'1 2 '.repeat(200_000)}${'4-'.repeat(200_000)}`;
  const start = performance.now();
  hasCardNumber(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
