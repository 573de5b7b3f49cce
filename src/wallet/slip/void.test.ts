import { beforeEach, expect, test } from 'vitest';
import { cash, SlipShop, sale, slipId } from '../../../test/support/slip-shop.ts';
import { wallet } from '../../ledger/account.ts';
import { MAX_BALANCE } from '../../ledger/money.ts';
import { slipCreate } from './create.ts';
import { paymentProcess } from './payment.ts';
import { slipVoid } from './void.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

test('takes the sale back and gives the wallet what was paid', () => {
  shop.done(slipCreate, sale(1));
  shop.done(paymentProcess, cash(1000n));
  shop.done(slipVoid, { slipId: slipId(1), reason: 'returned' });
  expect([shop.held(), shop.owed(), shop.sales(), shop.taxes()]).toEqual([1000n, 0n, 0n, 0n]);
  expect(shop.slip(1)).toMatchObject({ status: 'VOID', paid: 0n });
});

test('takes back no closed slip, none twice, and none that is not there', () => {
  shop.done(slipCreate, sale(1));
  shop.done(slipVoid, { slipId: slipId(1), reason: 'returned' });
  expect(shop.refused(slipVoid, { slipId: slipId(1), reason: 'again' }).code).toBe('INVALID_SLIP_STATUS');
  expect(shop.refused(slipVoid, { slipId: slipId(2), reason: 'what' }).code).toBe('CREDIT_SLIP_NOT_FOUND');
  shop.done(slipCreate, sale(3));
  shop.done(paymentProcess, cash(3530n));
  expect(shop.refused(slipVoid, { slipId: slipId(3), reason: 'paid' }).code).toBe('INVALID_SLIP_STATUS');
});

test('refuses to put more into a wallet than it can hold', () => {
  shop.books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
  shop.done(slipCreate, sale(1));
  shop.done(paymentProcess, cash(1n));
  expect(shop.refused(slipVoid, { slipId: slipId(1), reason: 'returned' }).code).toBe('BALANCE_LIMIT');
});
