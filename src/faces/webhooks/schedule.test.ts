import { expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { nextAttempt } from './schedule.ts';

const NOW = Date.UTC(2026, 0, 1);
const secondsUntil = (next: Date | null) => (next ? (next.getTime() - NOW) / 1000 : null);

test('the attempts follow the settings, a little scattered, and end', () => {
  const { webhookRetries } = readConfig({});
  expect(webhookRetries.slice(0, 4)).toEqual([5, 300, 1_800, 7_200]);
  for (const [tries, seconds] of webhookRetries.entries()) {
    const after = secondsUntil(nextAttempt(webhookRetries, tries, null, NOW));
    expect(after).toBeGreaterThanOrEqual(seconds);
    expect(after).toBeLessThanOrEqual(seconds * 1.1);
  }
  expect(nextAttempt(webhookRetries, webhookRetries.length, null, NOW)).toBeNull();
});

test('a receiver may put us off, but not for longer than a day', () => {
  const at = (seconds: number) => new Date(NOW + seconds * 1000);
  expect(secondsUntil(nextAttempt([5], 0, at(120), NOW))).toBe(120);
  expect(secondsUntil(nextAttempt([5], 0, at(1), NOW))).toBeGreaterThanOrEqual(5);
  expect(secondsUntil(nextAttempt([5], 0, at(10 ** 9), NOW))).toBe(86_400);
});
