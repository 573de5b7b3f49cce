import { beforeEach, expect, test } from 'vitest';
import { milk, SlipShop, sale } from '../../../test/support/slip-shop.ts';
import { receivable } from '../../ledger/account.ts';
import { MAX_AMOUNT, MAX_BALANCE } from '../../ledger/money.ts';
import { type SlipCreate, slipCreate } from './create.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

test('books the sale: the customer owes it, the discount is off the sales, the tax is whole', () => {
  shop.done(slipCreate, sale(4));
  expect([shop.owed(), shop.sales(), shop.taxes()]).toEqual([3530n, 3200n, 330n]);
  expect(shop.slip(4)).toMatchObject({ total: 3530n, paid: 0n, status: 'OPEN', number: 'CS-20240115103000-A1B2C3D4' });
});

test('takes a discount above the goods off the tax', () => {
  shop.done(slipCreate, sale(1, { discount: 3400n }));
  expect([shop.owed(), shop.sales(), shop.taxes()]).toEqual([230n, 0n, 230n]);
});

test.each<[string, Partial<SlipCreate>]>([
  ['lines', { lines: [] }],
  ['lines[1].quantity', { lines: [milk, { ...milk, quantity: 0n }] }],
  ['lines[0].quantity', { lines: [{ ...milk, quantity: 1_000_001n }] }],
  ['lines[0].unit_price_cents', { lines: [{ ...milk, unitPrice: -1n }] }],
  ['lines[1]', { lines: [milk, { ...milk, quantity: 2n, unitPrice: MAX_AMOUNT }] }],
  ['lines', { lines: [{ ...milk, unitPrice: MAX_AMOUNT }, milk], discount: MAX_AMOUNT }],
  ['grand_total_cents', { lines: [{ ...milk, unitPrice: MAX_AMOUNT }], discount: 0n }],
  ['grand_total_cents', { discount: 3630n }],
  ['tax_cents', { tax: -1n }],
  ['tax_cents', { tax: MAX_AMOUNT + 1n }],
  ['discount_cents', { discount: -1n }],
  ['discount_cents', { discount: 3631n }],
])('refuses a slip with a wrong %s, naming it', (field, change) => {
  expect(shop.refused(slipCreate, sale(1, change))).toMatchObject({ code: 'VALIDATION_ERROR', details: { field } });
});

test('takes the largest amounts there are', () => {
  shop.done(slipCreate, sale(1, { lines: [{ ...milk, unitPrice: MAX_AMOUNT - 330n }], discount: 0n }));
  expect(shop.owed()).toBe(MAX_AMOUNT);
});

test('refuses an unknown asset, a frozen customer, and a debt beyond the largest balance', () => {
  expect(shop.refused(slipCreate, sale(1, { asset: 'XXX' })).code).toBe('ASSET_NOT_FOUND');
  shop.books.frozen.add('CUST001');
  expect(shop.refused(slipCreate, sale(1)).code).toBe('ACCOUNT_FROZEN');
  shop.books.frozen.clear();
  shop.books.seed(receivable('CUST001', 'USD'), -MAX_BALANCE);
  expect(shop.refused(slipCreate, sale(1)).code).toBe('BALANCE_LIMIT');
});

test('goes up to the credit limit and not beyond it, unless somebody let it', () => {
  shop.books.creditLimits.set('CUST001 USD', 7060n);
  shop.done(slipCreate, sale(1));
  shop.done(slipCreate, sale(2));
  expect(shop.refused(slipCreate, sale(3))).toEqual({
    code: 'CREDIT_LIMIT_EXCEEDED',
    details: { asset: 'USD', limit: '7060', owed: '7060', required: '3530' },
  });
  const fourth = sale(4);
  shop.done(slipCreate, { ...fourth, made: { ...fourth.made, beyondLimit: true } });
  expect(shop.owed()).toBe(10590n);
});

test('a limit of nothing lets no goods out', () => {
  shop.books.creditLimits.set('CUST001 USD', 0n);
  expect(shop.refused(slipCreate, sale(1)).code).toBe('CREDIT_LIMIT_EXCEEDED');
});
