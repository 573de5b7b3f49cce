import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { until } from '../../support/until.ts';
import { Standstills } from './standstills.ts';

test('what lies in a standstill of this process, or in the second behind it, is known', async () => {
  const standstills = new Standstills();
  const before = performance.now();
  await delay(30);
  const from = performance.now();
  while (performance.now() < from + 200);
  const to = performance.now();
  await until(() => standstills.milliseconds > 0);
  standstills.close();
  expect(standstills.milliseconds).toBeGreaterThanOrEqual(200);
  expect(standstills.touch(from + 50, from + 60)).toBe(true);
  expect(standstills.touch(before, to + 5_000)).toBe(true);
  expect(standstills.touch(to + 500, to + 510)).toBe(true);
  expect(standstills.touch(to + 1_200, to + 1_300)).toBe(false);
  expect(standstills.touch(before - 100, before - 50)).toBe(false);
});
