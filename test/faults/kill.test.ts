import { expect, test } from 'vitest';
import { killAndCheck } from './kill.ts';

/** `npm run faults:kill` does it 20 times. */
test('kill -9 of service and PostgreSQL under 64 clients loses nothing and doubles nothing', {
  timeout: 180_000,
}, async () => {
  const figures = await killAndCheck(2, () => {});
  expect(figures.kills).toBe(2);
  expect(figures.acknowledged).toBeGreaterThan(1_000);
  expect(figures.unknown).toBeGreaterThan(0);
});
