import { expect, test } from 'vitest';
import { commandOn, halves } from './processors.ts';

test('the service has the first half of the processors and the load the rest, and one alone is not shared out', () => {
  expect([1, 2, 3, 8].map(halves)).toEqual([
    null,
    { service: '0', load: '1' },
    { service: '0', load: '1-2' },
    { service: '0-3', load: '4-7' },
  ]);
});

test('a command runs where it is told to, or anywhere', () => {
  expect(commandOn('4-7', ['node', 'x.ts'])).toEqual(['taskset', '--cpu-list', '4-7', 'node', 'x.ts']);
  expect(commandOn(null, ['node', 'x.ts'])).toEqual(['node', 'x.ts']);
});
