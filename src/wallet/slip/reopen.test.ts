import { beforeEach, expect, test } from 'vitest';
import { cash, SlipShop, sale, slipId } from '../../../test/support/slip-shop.ts';
import { wallet } from '../../ledger/account.ts';
import { transactionReverse } from '../reverse.ts';
import { slipApplyWallet } from './apply.ts';
import { slipCreate } from './create.ts';
import { paymentProcess } from './payment.ts';
import { slipVoid } from './void.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

const reverse = (transactionId: string) => ({ transactionId, reason: 'mistake' });

test('the reversal of a payment opens its slips again and owes what the wallet no longer has', () => {
  shop.done(slipCreate, sale(1));
  const payment = shop.done(paymentProcess, cash(4000n));
  shop.done(slipCreate, sale(2));
  shop.done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(2), asset: 'USD' });
  const decision = shop.books.submit(transactionReverse, reverse(payment), 'reversal');
  expect(shop.slip(1)).toMatchObject({ status: 'OPEN', paid: 0n });
  // Two slips, of which 470 are paid, and those 470 that had been in the payment.
  expect([shop.held(), shop.owed(), shop.till('CASH')]).toEqual([0n, 3530n + 3060n + 470n, 0n]);
  expect(decision).toMatchObject({
    facts: {
      exact: [wallet('CUST001', 'USD')],
      data: { reopened: [{ type: 'slip', slip_id: slipId(1), amount: '-3530', status: 'OPEN', remaining: '3530' }] },
    },
  });
});

test('the reversal of an apply puts the money back into the wallet', () => {
  shop.done(slipCreate, sale(1));
  shop.topup(1500n);
  const applied = shop.done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(1), asset: 'USD' });
  shop.done(transactionReverse, reverse(applied));
  expect([shop.held(), shop.owed(), shop.slip(1).status]).toEqual([1500n, 3530n, 'OPEN']);
});

test('the reversal of a payment for a slip that was voided since finds the money in the wallet', () => {
  shop.done(slipCreate, sale(1));
  const payment = shop.done(paymentProcess, cash(1000n));
  shop.done(slipVoid, { slipId: slipId(1), reason: 'returned' });
  shop.done(transactionReverse, reverse(payment));
  expect([shop.held(), shop.owed(), shop.till('CASH'), shop.slip(1).status]).toEqual([0n, 0n, 0n, 'VOID']);
});

test('the reversal of an apply to a slip that was voided since is refused: the wallet has its money', () => {
  shop.done(slipCreate, sale(1));
  shop.topup(1500n);
  const applied = shop.done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(1), asset: 'USD' });
  shop.done(slipVoid, { slipId: slipId(1), reason: 'returned' });
  expect(shop.refused(transactionReverse, reverse(applied)).code).toBe('NOT_REVERSIBLE');
  expect(shop.held()).toBe(1500n);
});

test('the reversal of a sale is refused and names slipVoid; that of a void is refused', () => {
  const sold = shop.done(slipCreate, sale(1));
  expect(shop.refused(transactionReverse, reverse(sold))).toMatchObject({
    code: 'NOT_REVERSIBLE',
    details: { instead: 'slipVoid' },
  });
  const taken = shop.done(slipVoid, { slipId: slipId(1), reason: 'returned' });
  expect(shop.refused(transactionReverse, reverse(taken)).code).toBe('NOT_REVERSIBLE');
});
