import { describe, expect, test } from 'vitest';
import { Oracle, type Row, type Wanted } from './oracle.ts';

/** Two top-ups and a transfer, as they were acknowledged and as they stand in the books. */
function sound() {
  const oracle = new Oracle();
  const wanted: Wanted[] = [
    { reference: 'r1', kind: 'walletTopup', user: 'a', amount: 10 },
    { reference: 'r2', kind: 'walletTopup', user: 'b', amount: 5 },
    { reference: 'r3', kind: 'walletTransfer', user: 'a', other: 'b', amount: 4 },
  ];
  const after = [10, 5, 6];
  const rows = wanted.map(({ reference, kind, user, amount }, i): Row => {
    const [balance_after = 0, delta] = [after[i], kind === 'walletTopup' ? amount : -amount];
    const told = { transaction_id: `t${i}`, amount, balance_before: balance_after - delta, balance_after };
    return { reference, operation: kind, user, ...told, created_at: '2026-01-01T00:00:00.000Z' };
  });
  for (const [i, each] of wanted.entries()) oracle.acknowledge(each, rows[i] as Row);
  const balances = new Map([
    ['a', 6],
    ['b', 9],
  ]);
  return { oracle, rows, balances };
}

const row = (rows: readonly Row[], i: number) => rows[i] as Row;

describe('the oracle', () => {
  test('finds nothing wrong with books that are right', () => {
    const { oracle, rows, balances } = sound();
    expect(oracle.compare(rows, balances)).toEqual([]);
  });

  test('finds an acknowledged operation that is missing', () => {
    const { oracle, rows, balances } = sound();
    expect(oracle.compare(rows.slice(1), balances)).toEqual(['r1 was acknowledged and is in the books 0 times']);
    expect(oracle.lost(rows.slice(1))).toEqual(['r1']);
    expect(oracle.lost(rows)).toEqual([]);
  });

  test('finds an operation that is recorded twice', () => {
    const { oracle, rows, balances } = sound();
    expect(oracle.compare([...rows, row(rows, 1)], balances)).toEqual([
      'r2 was acknowledged and is in the books 2 times',
    ]);
  });

  test('finds an operation that was refused, or that nobody sent', () => {
    const { oracle, rows, balances } = sound();
    oracle.refuse({ reference: 'r4', kind: 'walletSpend', user: 'a', amount: 100 });
    const extra = [
      { ...row(rows, 0), reference: 'r4' },
      { ...row(rows, 0), reference: 'r5' },
    ];
    expect(oracle.compare([...rows, ...extra], balances)).toEqual([
      'r4 is in the books, though it was refused',
      'r5 is in the books, though nobody sent it',
    ]);
  });

  test.each([
    { transaction_id: 'other' },
    { amount: 11 },
    { balance_before: 1 },
    { balance_after: 11 },
    { created_at: '2026-01-01T00:00:00.001Z' },
    { user: 'b' },
    { operation: 'walletBonus' },
  ])('finds an operation that is not what was acknowledged: %o', (change) => {
    const { oracle, rows, balances } = sound();
    const [problem, ...more] = oracle.compare([{ ...row(rows, 0), ...change }, ...rows.slice(1)], balances);
    expect(problem).toMatch(/^r1 is .* was acknowledged$/);
    expect(more).toEqual([]);
  });

  test('finds a balance that is off by one, or that should not be there', () => {
    const { oracle, rows, balances } = sound();
    expect(oracle.compare(rows, new Map([...balances, ['a', 7]]))).toEqual([
      'a has 7, and the acknowledged operations add up to 6',
    ]);
    expect(oracle.compare(rows, new Map([...balances, ['c', 1]]))).toEqual([
      'c has 1, and the acknowledged operations add up to 0',
    ]);
    expect(oracle.compare(rows, new Map([['b', 9]]))).toEqual(['a has 0, and the acknowledged operations add up to 6']);
  });

  test('does not let an operation be both refused and recorded', () => {
    const { oracle, rows } = sound();
    const wanted: Wanted = { reference: 'r1', kind: 'walletTopup', user: 'a', amount: 10 };
    expect(() => oracle.refuse(wanted)).toThrow('was recorded and is now refused');
    oracle.refuse({ ...wanted, reference: 'r9' });
    expect(() => oracle.acknowledge({ ...wanted, reference: 'r9' }, row(rows, 0))).toThrow('was refused');
  });
});
