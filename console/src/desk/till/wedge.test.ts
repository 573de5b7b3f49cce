import { expect, test } from 'vitest';
import { BurstReader } from './wedge.ts';

function type(keys: readonly string[], apart: number): (string | null)[] {
  const reader = new BurstReader();
  return keys.map((key, place) => reader.take(key, 1_000 + place * apart));
}

test('what a reader types is one code, given with its Enter', () => {
  expect(type([...'4006381', 'Enter'], 12).at(-1)).toBe('4006381');
});

test('what fingers type is no code, however long it is', () => {
  expect(type([...'4006381', 'Enter'], 90)).toEqual(Array(8).fill(null));
});

test('a few quick keys are no code', () => {
  expect(type([...'npc', 'Enter'], 12).at(-1)).toBeNull();
});

test('Enter alone, and a second Enter behind a code, give nothing', () => {
  expect(type(['Enter'], 12)).toEqual([null]);
  expect(type([...'4006381', 'Enter', 'Enter'], 12).at(-1)).toBeNull();
});

test('a key that was pressed long before the code is no part of it', () => {
  const reader = new BurstReader();
  reader.take('n', 0);
  const taken = [...'5901234', 'Enter'].map((key, place) => reader.take(key, 5_000 + place * 10));
  expect(taken.at(-1)).toBe('5901234');
});

test('digits of one roll of the fingers are let through as a quantity, a longer burst is not', () => {
  const reader = new BurstReader();
  const withheld = [...'5901'].map((key, place) => {
    reader.take(key, 1_000 + place * 10);
    return reader.isReading;
  });
  expect(withheld).toEqual([false, false, false, true]);
  expect(reader.take('Enter', 1_040)).toBe('5901');
});

test('letters that come as fast are withheld from the second on', () => {
  const reader = new BurstReader();
  reader.take('g', 1_000);
  reader.take('d', 1_010);
  expect(reader.isReading).toBe(true);
});
