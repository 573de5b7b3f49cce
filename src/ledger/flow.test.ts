import { expect, test } from 'vitest';
import { house, receivable, wallet } from './account.ts';
import { flowsOf } from './flow.ts';

const cash = house('TZS', 'cash', 'S1', 'CASH');
const card = house('TZS', 'cash', 'S1', 'CARD');
const owed = receivable('asha', 'TZS');
const held = wallet('asha', 'TZS');
const points = wallet('asha', 'POINTS');
const debit = (account: typeof cash, amount: bigint) => ({ account, direction: 'DEBIT' as const, amount });
const credit = (account: typeof cash, amount: bigint) => ({ account, direction: 'CREDIT' as const, amount });

test('several tenders flow into what they paid, each asset for itself', () => {
  const flows = flowsOf([
    debit(cash, 70n),
    credit(owed, 90n),
    debit(card, 30n),
    credit(held, 10n),
    debit(house('POINTS', 'points'), 5n),
    credit(points, 5n),
  ]);
  expect(flows).toEqual([
    { from: cash, to: owed, amount: 70n },
    { from: card, to: owed, amount: 20n },
    { from: card, to: held, amount: 10n },
    { from: house('POINTS', 'points'), to: points, amount: 5n },
  ]);
});

test('what is not balanced has no flow', () => {
  expect(() => flowsOf([debit(cash, 2n), credit(owed, 1n)])).toThrow('not balanced');
});
