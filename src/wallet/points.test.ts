import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { PureBooks } from '../../test/support/pure-books.ts';
import { cash, SlipShop, sale, slipId } from '../../test/support/slip-shop.ts';
import { house, wallet } from '../ledger/account.ts';
import { MAX_AMOUNT, MAX_BALANCE } from '../ledger/money.ts';
import { walletBonus, walletTopup } from './credit.ts';
import { walletSpend, walletWithdraw } from './debit.ts';
import { type PointRule, pointsFor } from './points.ts';
import { transactionReverse } from './reverse.ts';
import { slipApplyWallet } from './slip/apply.ts';
import { slipCreate } from './slip/create.ts';
import { paymentProcess } from './slip/payment.ts';

const rule = (perAmount: bigint, points: bigint, cap: bigint | null = null): PointRule => ({ perAmount, points, cap });

describe('the points for an amount', () => {
  test.each([
    [99n, 0n],
    [100n, 5n],
    [199n, 5n],
    [200n, 10n],
    [1_000_000n, 50_000n],
  ])('of %s, at 5 for each 100, are %s', (amount, points) => {
    expect(pointsFor(rule(100n, 5n), amount)).toBe(points);
  });

  test('are never more than the cap, nor than an entry can hold', () => {
    expect(pointsFor(rule(100n, 5n, 12n), 300n)).toBe(12n);
    expect(pointsFor(rule(1n, MAX_AMOUNT), MAX_AMOUNT)).toBe(MAX_AMOUNT);
  });

  test('never fall where the amount grows', () => {
    const positive = fc.bigInt({ min: 1n, max: MAX_AMOUNT });
    fc.assert(
      fc.property(positive, positive, positive, positive, positive, (per, points, cap, one, two) => {
        const [less, more] = one < two ? [one, two] : [two, one];
        const of = (amount: bigint) => pointsFor(rule(per, points, cap), amount);
        expect(of(less)).toBeLessThanOrEqual(of(more));
        expect(of(more)).toBeLessThanOrEqual(cap);
      }),
    );
  });
});

describe('an action earns points by its rule', () => {
  let books: PureBooks;
  let count = 0;
  beforeEach(() => {
    books = new PureBooks();
  });
  const points = () => books.balance(wallet('asha', 'POINTS'));
  const usd = (amount: bigint) => ({ customer: 'asha', asset: 'USD', amount, data: {} });
  const topup = (amount: bigint) => {
    count += 1;
    books.submit(walletTopup, { ...usd(amount), method: 'cash' }, `op${count}`);
    return `op${count}`;
  };
  const reverse = (transactionId: string) => {
    count += 1;
    const decision = books.submit(transactionReverse, { transactionId, reason: 'test' }, `op${count}`);
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    return decision.facts;
  };

  test('a top-up, a spend and a payment, each by its own', () => {
    books.pointRules
      .set('topup USD', rule(100n, 1n))
      .set('spend USD', rule(100n, 10n))
      .set('pay USD', rule(100n, 1000n));
    topup(1000n);
    expect(points()).toBe(10n);
    books.submit(walletSpend, { ...usd(200n), entryType: 'SPEND' }, 'spend');
    expect(points()).toBe(30n);
    books.submit(walletSpend, { ...usd(300n), entryType: 'PAYMENT' }, 'pay');
    expect(points()).toBe(3030n);
    expect(books.balance(house('POINTS', 'points'))).toBe(-3030n);
  });

  test('nothing without a rule, in another asset, by a bonus or a withdrawal', () => {
    books.pointRules.set('topup TZS', rule(1n, 1n)).set('pay USD', rule(1n, 1n));
    topup(1000n);
    books.submit(walletBonus, usd(500n), 'bonus');
    books.submit(walletWithdraw, usd(500n), 'withdraw');
    books.submit(walletSpend, { ...usd(200n), entryType: 'SPEND' }, 'spend');
    expect(points()).toBe(0n);
  });

  test('a refused payment earns nothing', () => {
    books.pointRules.set('pay USD', rule(1n, 1n));
    topup(100n);
    const decision = books.submit(walletSpend, { ...usd(101n), entryType: 'PAYMENT' }, 'pay');
    expect(decision).toMatchObject({ refusal: { code: 'INSUFFICIENT_FUNDS' } });
    expect(points()).toBe(0n);
  });

  test('fewer where the wallet has no room for all, and the action is done all the same', () => {
    books.pointRules.set('topup USD', rule(1n, 1n));
    books.seed(wallet('asha', 'POINTS'), MAX_BALANCE - 3n);
    topup(100n);
    expect(points()).toBe(MAX_BALANCE);
    expect(books.balance(wallet('asha', 'USD'))).toBe(100n);
  });

  test('a reversal takes the points back', () => {
    books.pointRules.set('topup USD', rule(100n, 5n));
    const first = topup(1000n);
    topup(1000n);
    reverse(first);
    expect(points()).toBe(50n);
    expect(books.balance(house('POINTS', 'points'))).toBe(-50n);
  });

  test('a reversal takes back as many points as there are: what was spent is nobody’s debt', () => {
    books.pointRules.set('topup USD', rule(100n, 5n));
    const first = topup(1000n);
    books.submit(
      walletSpend,
      { customer: 'asha', asset: 'POINTS', amount: 30n, entryType: 'SPEND', data: {} },
      'spent',
    );
    const { exact = [] } = reverse(first);
    expect(exact).toContainEqual(wallet('asha', 'POINTS'));
    expect(points()).toBe(0n);
    expect(books.balance(house('POINTS', 'points'))).toBe(-30n);
    expect(books.balance({ owner: 'asha', asset: 'POINTS', kind: 'receivable' })).toBe(0n);
    expect(books.balance(wallet('asha', 'USD'))).toBe(0n);
  });

  test('a reversal finds no points left', () => {
    books.pointRules.set('topup USD', rule(100n, 5n));
    const first = topup(1000n);
    books.submit(
      walletSpend,
      { customer: 'asha', asset: 'POINTS', amount: 50n, entryType: 'SPEND', data: {} },
      'spent',
    );
    reverse(first);
    expect(books.balance(house('POINTS', 'points'))).toBe(-50n);
  });
});

describe('money put to a credit slip earns points', () => {
  test('for what pays slips, not for what goes to the wallet, and goes back with the payment', () => {
    const shop = new SlipShop();
    shop.books.pointRules.set('slip_payment USD', rule(10n, 1n, 400n));
    const points = () => shop.books.balance(wallet('CUST001', 'POINTS'));
    shop.done(slipCreate, sale(1));
    const payment = shop.done(paymentProcess, cash(4000n));
    expect([shop.held(), points()]).toEqual([470n, 353n]);
    shop.done(transactionReverse, { transactionId: payment, reason: 'test' });
    expect(points()).toBe(0n);
    shop.topup(100n);
    shop.done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(1), asset: 'USD' });
    expect(points()).toBe(10n);
  });
});
