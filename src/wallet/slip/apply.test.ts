import { beforeEach, expect, test } from 'vitest';
import { cash, SlipShop, sale, slipId } from '../../../test/support/slip-shop.ts';
import { wallet } from '../../ledger/account.ts';
import { slipApplyWallet } from './apply.ts';
import { slipCreate } from './create.ts';
import { paymentProcess } from './payment.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

const apply = (n: number, asset = 'USD') => ({ customer: 'CUST001', slipId: slipId(n), asset });

test('applying a wallet pays with all that the wallet holds, as the document shows', () => {
  shop.done(slipCreate, sale(1));
  shop.topup(1500n);
  shop.done(slipApplyWallet, apply(1));
  expect([shop.held(), shop.owed(), shop.slip(1).status]).toEqual([0n, 2030n, 'PARTIALLY_PAID']);
  expect(shop.books.entries.slice(-2).map(({ type, direction }) => [type, direction])).toEqual([
    ['BALANCE_CONSUMPTION', 'DEBIT'],
    ['PAYMENT', 'CREDIT'],
  ]);
});

test('takes no more than the slip needs', () => {
  shop.done(slipCreate, sale(1));
  shop.topup(5000n);
  shop.done(slipApplyWallet, apply(1));
  expect([shop.held(), shop.owed(), shop.slip(1).status]).toEqual([1470n, 0n, 'CLOSED']);
});

test('relies on the exact balance of the wallet only where that decides the amount', () => {
  shop.done(slipCreate, sale(1));
  shop.topup(1500n);
  const poor = shop.books.submit(slipApplyWallet, apply(1), 'poor');
  shop.topup(5000n);
  const rich = shop.books.submit(slipApplyWallet, apply(1), 'rich');
  expect(poor).toMatchObject({ facts: { exact: [wallet('CUST001', 'USD')] } });
  expect('facts' in rich && rich.facts.exact).toBeUndefined();
});

test('refuses in the order of the catalogue', () => {
  const code = (asset = 'USD') => shop.refused(slipApplyWallet, apply(1, asset)).code;
  expect(code('XXX')).toBe('ASSET_NOT_FOUND');
  expect(code()).toBe('CUSTOMER_ACCOUNT_NOT_FOUND');
  shop.topup(1n);
  expect(code()).toBe('CREDIT_SLIP_NOT_FOUND');
  shop.done(slipCreate, sale(1));
  expect(code('TZS')).toBe('VALIDATION_ERROR');
  shop.books.frozen.add('CUST001');
  expect(code()).toBe('ACCOUNT_FROZEN');
  shop.books.frozen.clear();
  shop.done(slipApplyWallet, apply(1));
  expect(code()).toBe('INSUFFICIENT_WALLET_BALANCE');
  shop.done(paymentProcess, cash(3529n));
  expect(code()).toBe('INVALID_SLIP_STATUS');
});
