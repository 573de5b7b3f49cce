import { expect, test } from 'vitest';
import { until } from '../../../test/support/until.ts';
import { Refresher } from './refresher.ts';

test('a burst is one reading, and what comes while it runs is one more', async () => {
  const readings: string[] = [];
  let finish = () => {};
  const refresher = new Refresher(async (customer) => {
    readings.push(customer);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  for (let i = 0; i < 5; i += 1) refresher.mark('asha');
  refresher.mark('ben');
  await until(() => readings.length === 2);
  expect(readings.toSorted()).toEqual(['asha', 'ben']);
  for (let i = 0; i < 5; i += 1) refresher.mark('ben');
  finish();
  await until(() => readings.length === 3);
  expect(readings.at(-1)).toBe('ben');
});
