import { expect, test } from 'vitest';
import { memoryKept } from '../../support/memory.ts';
import { growthOf, type Look } from './memory.ts';
import { slopeOf } from './slope.ts';

const MINUTE = 60_000;
const looksOf = (pid: number, minutes: number, resident: (minute: number) => number, from = 0): Look[] =>
  Array.from({ length: minutes / 5 }, (_, i) => ({
    ...{ pid, at: (from + i * 5) * MINUTE },
    ...{ resident: resident(i * 5), objects: 100 },
  }));

test('growth is that of a line through what is kept', () => {
  const looks = looksOf(1, 60, (minute) => 200 + (minute / 60) * 6 + (minute % 2) / 10);
  expect(growthOf(looks, 'resident')?.slope).toBeCloseTo(6, 0);
  expect(growthOf(looks, 'resident')?.minutes).toBe(45);
  expect(growthOf(looks, 'objects')?.slope).toBe(0);
});

test('growth is not looked for while a process warms up, nor across two of them', () => {
  const looks = [...looksOf(1, 20, () => 999), ...looksOf(2, 40, (minute) => Math.min(minute, 10), 20)];
  expect(growthOf(looks, 'resident')).toMatchObject({ slope: 0, minutes: 25 });
});

test('growth is not told of a time that is too short', () => {
  expect(
    growthOf(
      looksOf(1, 20, () => 1),
      'resident',
    ),
  ).toBeNull();
  expect(
    slopeOf([
      { x: 0, y: 1 },
      { x: 1, y: 2 },
    ]),
  ).toBeNull();
});

test('what is kept is told without the garbage, and with what is not garbage', () => {
  const MIB = 1024 ** 2;
  const before = memoryKept();
  let held: Buffer[] | null = Array.from({ length: 32 }, () => Buffer.alloc(MIB, 1));
  const with32 = memoryKept();
  expect(with32.objects - before.objects).toBeCloseTo(32, -1);
  expect(held.length).toBe(32);
  held = null;
  expect(memoryKept().objects - before.objects).toBeLessThan(5);
});
