import { expect, test } from 'vitest';
import { dayOf } from '../../operations/filters/days.ts';
import { byDay, dayName } from './days.ts';

test('what happened is grouped by the days of whoever reads it, in its order', () => {
  const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();
  const times = [at(2026, 10, 21, 23), at(2026, 10, 21, 0), at(2026, 10, 20, 23)];
  expect(byDay(times, (time) => time)).toEqual([
    { day: '2026-11-21', entries: times.slice(0, 2) },
    { day: '2026-11-20', entries: times.slice(2) },
  ]);
});

test('the last two days have names, the others their date', () => {
  const now = new Date(2026, 10, 21, 0, 30);
  const names = ['2026-11-21', '2026-11-20', '2026-11-19', '2025-12-31'].map((day) => dayName(day, 'en-TZ', now));
  expect(names).toEqual(['today', 'yesterday', 'Thursday, 19 November', 'Wednesday, 31 December 2025']);
  expect(dayName(dayOf(now), 'sw-TZ', now)).toBe('leo');
});
