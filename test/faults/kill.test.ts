import { expect, test } from 'vitest';
import { killAndCheck } from './kill.ts';

/** `npm run faults -- F2` does it 200 times. */
test('kill -9 of service and PostgreSQL under 64 clients loses nothing and doubles nothing', {
  timeout: 180_000,
}, async () => {
  const figures = await killAndCheck({ times: 2, victims: ['both', 'service'], between: 800, lookEvery: 1 }, () => {});
  expect(figures.kills).toBe(2);
  expect(figures.acknowledged).toBeGreaterThan(1_000);
  expect(figures.unknown).toBeGreaterThan(0);
});
