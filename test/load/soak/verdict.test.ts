import { describe, expect, test } from 'vitest';
import { verdict } from './verdict.ts';

describe('what a soak has to hold', () => {
  const still = { slope: 0, error: 0.5, minutes: 40 };
  const sound = {
    serverErrors: 0,
    growth: { resident: still, objects: still },
    drift: { share: 0.09, error: 0.1 },
    untimed: 0.1,
    looks: 9,
    minutes: 9,
  };

  test('holds where nothing grows, slows down or fails, and where it was too short to tell', () => {
    expect(verdict(sound)).toEqual([]);
    expect(verdict({ ...sound, growth: { resident: null, objects: null }, drift: null, untimed: 1 })).toEqual([]);
  });

  test('does not hold with one server error', () => {
    expect(verdict({ ...sound, serverErrors: 1 })).toEqual(['1 answers were server errors, apart from kills']);
  });

  test('does not hold where the load stood still so often that much was not timed', () => {
    expect(verdict({ ...sound, untimed: 0.11 })).toEqual(['11 % of the operations were not timed']);
  });

  test('does not hold where the books were not looked at every minute', () => {
    expect(verdict({ ...sound, looks: 8 })).toEqual(['the books were looked at 8 times in 9 minutes']);
  });

  test('does not hold where the last third is slower by a tenth, whatever the error', () => {
    expect(verdict({ ...sound, drift: { share: 0.1, error: 0.2 } })).toEqual([
      'the last third was slower than the first by 10 %',
    ]);
  });

  test('does not hold where the service keeps more and more, and holds where that may be chance', () => {
    const growing = { slope: 4, error: 1, minutes: 50 };
    expect(verdict({ ...sound, growth: { resident: growing, objects: growing } })).toEqual([
      'what it keeps (resident) grows by 4.0 MB an hour, give or take 1.0',
      'what it keeps (objects) grows by 4.0 MB an hour, give or take 1.0',
    ]);
    expect(verdict({ ...sound, growth: { resident: { ...growing, error: 2 }, objects: still } })).toEqual([]);
  });

  test('does not hold where it is too uncertain whether more and more objects are kept', () => {
    const unsure = { slope: 0, error: 2.1, minutes: 50 };
    expect(verdict({ ...sound, growth: { resident: unsure, objects: unsure } })).toEqual([
      "whether what it keeps grows can't be told: 0.0 MB an hour, give or take 2.1",
    ]);
  });
});
