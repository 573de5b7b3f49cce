import { expect, test } from 'vitest';
import type { RunRecord } from '../../test/support/record.ts';
import { reliabilityPage } from './reliability.ts';

const record = (over: Partial<RunRecord>): RunRecord => ({
  run: 'F2',
  what: 'kills',
  when: '2026-01-02T03:04:05.000Z',
  commit: 'abc',
  machine: 'a machine',
  tookSeconds: 60,
  seed: 1,
  count: 200,
  counts: {},
  result: 'sound',
  problems: [],
  ...over,
});

const rowOf = (page: string, run: string) => page.split('\n').find((line) => line.startsWith(`| ${run} |`));

test('a run without a record was not run', () => {
  const page = reliabilityPage([]);
  expect(rowOf(page, 'F2')).toMatch(/\| 200 kills \| not run \| {2}\|/);
  expect(page).not.toContain('\n## ');
});

test('a record tells how much was run, what came of it, and its figures', () => {
  const page = reliabilityPage([
    record({ counts: { acknowledged: 512_345, servingMs: { median: 900, longest: 2_000 } } }),
  ]);
  expect(rowOf(page, 'F2')).toMatch(/\| 200 kills \| 200 \| sound \| 2026-01-02 \| abc \|$/);
  expect(page).toContain('| acknowledged | 512,345 |\n| serving ms, median | 900 |\n| serving ms, longest | 2,000 |');
});

test('fewer than planned, or shorter, is said to be less', () => {
  const few = reliabilityPage([record({ count: 199 })]);
  expect(rowOf(few, 'F2')).toContain('| 199: **less than planned** |');
  const short = reliabilityPage([record({ run: 'F9', count: 50, seconds: 2 })]);
  expect(rowOf(short, 'F9')).toContain('| 50, of 2 s at most: **less than planned** |');
});

test('what was wrong is told, and the latest record counts', () => {
  const wrong = record({ when: '2026-01-03T00:00:00.000Z', result: 'wrong', problems: ['a | b\nc'] });
  const page = reliabilityPage([wrong, record({})]);
  expect(rowOf(page, 'F2')).toContain('**1 thing wrong**');
  expect(page).toContain('- a \\| b c');
});

test('a record of a run that nobody has planned is refused', () => {
  expect(() => reliabilityPage([record({ run: 'F99' })])).toThrow('no such run in the plan: F99');
});
