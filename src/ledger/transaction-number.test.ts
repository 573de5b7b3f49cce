import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { MAX_BLOCK_OPERATIONS, placeOf, transactionNumber } from './transaction-number.ts';

const place = fc.record({
  height: fc.bigInt({ min: 1n, max: 2n ** 39n - 1n }),
  index: fc.integer({ min: 0, max: MAX_BLOCK_OPERATIONS - 1 }),
});

test('a number leads back to its transaction, and JSON holds it exactly', () => {
  fc.assert(
    fc.property(place, ({ height, index }) => {
      const number = transactionNumber({ height, index });
      expect(placeOf(number)).toEqual({ height, index });
      expect(BigInt(JSON.parse(number.toString()))).toBe(number);
    }),
  );
});

test('numbers grow in the order of the journal, so that no two are the same', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const before = a.height < b.height || (a.height === b.height && a.index < b.index);
      expect(transactionNumber(a) < transactionNumber(b)).toBe(before);
    }),
  );
});

test('a place that has no number is a defect, not a wrong number', () => {
  expect(() => transactionNumber({ height: 1n, index: MAX_BLOCK_OPERATIONS })).toThrow('no number');
  expect(() => transactionNumber({ height: 2n ** 39n, index: 0 })).toThrow('no number');
});

test('no block can be set to be larger than there are numbers for', () => {
  expect(() => readConfig({ ENGINE_BATCH: String(MAX_BLOCK_OPERATIONS + 1) })).toThrow('ENGINE_BATCH');
});
