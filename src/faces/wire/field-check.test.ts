import Type from 'typebox';
import { expect, test } from 'vitest';
import { fieldCheck } from './field-check.ts';

const check = fieldCheck(
  Type.Object(
    { amount: Type.Integer(), tags: Type.Optional(Type.Array(Type.String())) },
    { additionalProperties: false },
  ),
  'the body',
);

test('what is right has no errors, however long it is', () => {
  expect(check({ amount: 1 })).toBeNull();
  expect(check({ amount: 1, tags: Array.from({ length: 100_000 }, () => 'a') })).toBeNull();
});

test('what is wrong is told by its field', () => {
  expect(check({ amount: 'x', balance: 1 })).toEqual(
    expect.arrayContaining([
      { field: 'amount', message: 'must be integer' },
      { field: 'balance', message: 'is not known here' },
    ]),
  );
});

/** The milliseconds of this thread's own work, whatever else the machine is doing. */
function workOf(task: () => unknown): number {
  const before = process.threadCpuUsage();
  task();
  return process.threadCpuUsage(before).user / 1000;
}

test('of what is wrong and very long, only that is told, and no later than it takes to read it a few times', () => {
  const keys = Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`k${index}`, 0]));
  const tags = Array.from({ length: 400_000 }, () => 0);
  for (const long of [keys, { amount: 1, tags }, [keys]]) {
    const text = JSON.stringify(long);
    const reading = workOf(() => JSON.parse(text));
    const checking = workOf(() => {
      expect(check(long)).toEqual([{ field: '', message: 'the body is wrong somewhere, and too long to say where' }]);
    });
    expect(checking).toBeLessThan(10 * reading + 20);
  }
});
