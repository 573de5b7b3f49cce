import { expect, test } from 'vitest';
import { recoveryOf, verdict } from './verdict.ts';

const sound = { peakBefore: 1_000, peakBehind: 1_000, goodput: 800, refusedP99: 2_000, failed: 0, recovery: 30 };

test('an overload is held where four fifths are done, refusals are quick, and all is soon as before', () => {
  expect(verdict(sound)).toEqual([]);
});

test.each([
  [{ goodput: 799 }, 'of 1000 operations a second, 799 were left: 80 %'],
  [{ peakBehind: 1_200 }, 'of 1100 operations a second, 800 were left: 73 %'],
  [{ peakBehind: 799 }, 'behind it, it could do 799 operations a second of 1000 before'],
  [{ refusedP99: 2_001 }, 'who was turned away waited for 2001 ms'],
  [{ failed: 1 }, '1 answers were neither done nor a refusal'],
  [{ recovery: 31 }, 'it was as quick as before after 31 seconds'],
  [{ recovery: null }, 'it was as quick as before after no seconds'],
])('with %j it is not held', (over, problem) => {
  expect(verdict({ ...sound, ...over })).toEqual([problem]);
});

test('it has recovered once it is quick and stays so, and a second without any answer is none', () => {
  const seconds = [900, 40, null, 40, 19, 20, 20, 20].map((doneP99) => ({ doneP99 }));
  expect(recoveryOf(seconds, 10)).toBe(5);
  expect(recoveryOf(seconds, 9)).toBeNull();
});
