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

test('of what is wrong and very long, only that is told, and at once', () => {
  const keys = Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`k${index}`, 0]));
  const tags = Array.from({ length: 400_000 }, () => 0);
  for (const long of [keys, { amount: 1, tags }, [keys]]) {
    const before = process.threadCpuUsage();
    expect(check(long)).toEqual([{ field: '', message: 'the body is wrong somewhere, and too long to say where' }]);
    expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(200);
  }
});
