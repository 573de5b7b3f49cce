import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeKey, gramsOf, indexGrams, nameKey, phoneDigits, words } from './search-text.ts';

describe('names are folded to the letters that people type', () => {
  test.each([
    ['José Ángel', ['jose', 'angel']],
    ["O'Brien-Łuć", ['obrien', 'luc']],
    ['Straße ÆØÅ', ['strasse', 'aeoa']],
    ['İSTANBUL ılık', ['istanbul', 'ilik']],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', ['full', 'width']],
    ['Müller', ['muller']],
    ['Мария', ['мария']],
    ['田中 太郎', ['田中', '太郎']],
    ['  .,;  ', []],
  ])('%s', (text, folded) => {
    expect(words(text)).toEqual(folded);
  });

  test('the composed and the decomposed form of a name are the same name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(words(text.normalize('NFC'))).toEqual(words(text.normalize('NFD')));
      }),
    );
  });

  test('what was folded once stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        expect(words(words(text).join(' '))).toEqual(words(text));
      }),
    );
  });
});

test('a telephone number has the same digits however it is written', () => {
  const ways = [
    '+255700000001',
    '00255 700 000 001',
    '+255 (0)700-000-001',
    '255.700.000.001',
    '+２５５７０００００００１',
  ];
  expect(new Set(ways.map(phoneDigits))).toEqual(new Set(['255700000001']));
  expect(phoneDigits('0700 000 001')).toBe('700000001');
  expect(phoneDigits(null)).toBe('');
});

test('a code is found with and without what parts it', () => {
  expect(codeKey('CUST-001')).toBe(' cust 001 cust001');
  expect(codeKey('C1')).toBe(' c1');
});

test('whatever part of a word is looked for, the index of the word has it', () => {
  const word = fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
    .map((text) => words(text)[0] ?? 'x');
  fc.assert(
    fc.property(word, fc.nat(), fc.nat(), (text, from, length) => {
      const letters = [...text];
      const part = letters.slice(from % letters.length, (from % letters.length) + 3 + (length % letters.length));
      const index = new Set(indexGrams(nameKey(text, null)));
      const start = letters.slice(0, 1 + (length % 2));
      expect(gramsOf(start.join('')).every((gram) => index.has(gram) || start.length > letters.length)).toBe(true);
      if (part.length >= 3) expect(gramsOf(part.join('')).every((gram) => index.has(gram))).toBe(true);
    }),
  );
});
