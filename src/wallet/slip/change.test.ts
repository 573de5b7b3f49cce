import { beforeEach, expect, test } from 'vitest';
import { SlipShop } from '../../../test/support/slip-shop.ts';
import { wallet } from '../../ledger/account.ts';
import { MAX_BALANCE } from '../../ledger/money.ts';
import { changeStore } from './change.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

const change = { customer: 'CUST001', store: 'STORE001', asset: 'USD', amount: 250n };

test('puts the change from the till into the wallet, opening it', () => {
  shop.done(changeStore, change);
  expect([shop.held(), shop.till('CASH')]).toEqual([250n, -250n]);
  expect(shop.books.entries.at(-1)?.type).toBe('CHANGE_TO_BALANCE');
});

test('refuses an unknown asset and a wallet that would hold too much', () => {
  expect(shop.refused(changeStore, { ...change, asset: 'XXX' }).code).toBe('ASSET_NOT_FOUND');
  shop.books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
  expect(shop.refused(changeStore, change).code).toBe('BALANCE_LIMIT');
});
