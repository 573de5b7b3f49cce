import { expect, test } from 'vitest';
import { accountKey, bounds, house, receivable, wallet } from './account.ts';
import { MAX_BALANCE } from './money.ts';
import { assertBalanced, move, opposite, signed } from './posting.ts';

const topup = move(house('USD', 'clearing', 'stripe'), wallet('alice', 'USD'), 100n, 'DEPOSIT');

test('a debit takes from a balance and a credit adds to it', () => {
  expect(topup.map(signed)).toEqual([-100n, 100n]);
  expect(topup.map(({ direction }) => opposite(direction))).toEqual(['CREDIT', 'DEBIT']);
});

test('a transaction is balanced in each asset by itself', () => {
  const inOther = move(house('EUR', 'bonus'), wallet('alice', 'EUR'), 100n, 'BONUS');
  expect(() => assertBalanced([...topup, ...inOther])).not.toThrow();
  expect(() => assertBalanced([topup[0], inOther[1]])).toThrow('off balance');
});

test('a transaction has at least two entries, all of them positive', () => {
  expect(() => assertBalanced([])).toThrow('at least two');
  expect(() => assertBalanced([{ ...topup[0], amount: -100n }, topup[1]])).toThrow('-100');
  expect(() => assertBalanced([{ ...topup[0], amount: 0n }, topup[1]])).toThrow('an entry of 0');
});

test('a wallet never goes below zero, a debt never above, and the house may do both', () => {
  expect(bounds('wallet')).toEqual({ floor: 0n, ceiling: MAX_BALANCE });
  expect(bounds('receivable')).toEqual({ floor: -MAX_BALANCE, ceiling: 0n });
  expect(bounds('clearing:stripe')).toEqual({ floor: -MAX_BALANCE, ceiling: MAX_BALANCE });
});

test('different accounts have different keys', () => {
  const refs = [
    wallet('a', 'USD'),
    wallet('b', 'USD'),
    wallet('a', 'EUR'),
    receivable('a', 'USD'),
    house('USD', 'bonus'),
  ];
  expect(new Set(refs.map(accountKey)).size).toBe(refs.length);
});
