import { beforeEach, expect, test } from 'vitest';
import { cash, SlipShop, sale, slipId } from '../../../test/support/slip-shop.ts';
import { wallet } from '../../ledger/account.ts';
import { MAX_AMOUNT, MAX_BALANCE } from '../../ledger/money.ts';
import { slipCreate } from './create.ts';
import { type PaymentProcess, paymentProcess } from './payment.ts';
import { slipVoid } from './void.ts';

let shop: SlipShop;

beforeEach(() => {
  shop = new SlipShop();
});

test('does the example of the document: 3,530 to the slip, 470 to the wallet', () => {
  shop.done(slipCreate, sale(1));
  const allocations = [
    { slip: slipId(1), amount: 3530n },
    { slip: null, amount: 470n },
  ];
  shop.done(paymentProcess, cash(4000n, { allocations }));
  expect([shop.held(), shop.owed(), shop.till('CASH')]).toEqual([470n, 0n, -4000n]);
  expect(shop.slip(1)).toMatchObject({ status: 'CLOSED', paid: 3530n, version: 2 });
  expect(shop.books.entries.slice(-2).map(({ type, amount }) => [type, amount])).toEqual([
    ['PAYMENT', 3530n],
    ['DEPOSIT', 470n],
  ]);
  expect(shop.books.allocations).toEqual([
    { payment: 'payment', slip: { id: slipId(1), status: 'CLOSED', remaining: 0n }, amount: 3530n },
    { payment: 'payment', slip: null, amount: 470n },
  ]);
});

test('without allocations pays the oldest slip first, by its own time and not by its recording', () => {
  shop.done(slipCreate, sale(1, { made: { slipId: slipId(1), occurredAt: new Date('2024-03-01') } }));
  shop.done(slipCreate, sale(2, { made: { slipId: slipId(2), occurredAt: new Date('2024-02-01') } }));
  shop.done(paymentProcess, cash(4000n));
  expect([shop.slip(1).paid, shop.slip(2).paid, shop.held()]).toEqual([470n, 3530n, 0n]);
});

test('books each tender of a split payment on its own account', () => {
  shop.done(slipCreate, sale(1));
  const tenders = [
    { method: 'CASH' as const, amount: 1000n, reference: null },
    { method: 'MOBILE' as const, amount: 2530n, reference: 'MP-77' },
  ];
  shop.done(paymentProcess, cash(0n, { tenders }));
  expect([shop.till('CASH'), shop.till('MOBILE'), shop.owed()]).toEqual([-1000n, -2530n, 0n]);
  expect(shop.books.payments.get('payment')).toMatchObject({ amount: 3530n, tenders });
});

test.each([
  ['less than the amount', 3000n],
  ['more than the amount', 3002n],
])('refuses allocations of %s', (_, amount) => {
  shop.done(slipCreate, sale(1));
  const { code } = shop.refused(paymentProcess, cash(3001n, { allocations: [{ slip: slipId(1), amount }] }));
  expect(code).toBe('PAYMENT_ALLOCATION_ERROR');
});

test('refuses an allocation above what its slip needs', () => {
  shop.done(slipCreate, sale(1));
  shop.done(paymentProcess, cash(3000n));
  const { code, details } = shop.refused(
    paymentProcess,
    cash(531n, { made: { paymentId: 'second' }, allocations: [{ slip: slipId(1), amount: 531n }] }),
  );
  expect([code, details.remaining]).toEqual(['PAYMENT_ALLOCATION_ERROR', '530']);
});

test("treats another customer's slip as if it were not there", () => {
  shop.done(slipCreate, sale(1, { customer: 'CUST002', asset: 'TZS' }));
  shop.topup(1n);
  const allocations = [{ slip: slipId(1), amount: 5n }];
  const other = shop.refused(paymentProcess, cash(5n, { allocations }));
  const none = shop.refused(paymentProcess, cash(5n, { allocations: [{ slip: slipId(2), amount: 5n }] }));
  expect(other.code).toBe('CREDIT_SLIP_NOT_FOUND');
  expect({ ...other, details: { slip_id: '' } }).toEqual({ ...none, details: { slip_id: '' } });
});

test('refuses a slip in another currency, a closed one and a void one', () => {
  shop.done(slipCreate, sale(1));
  shop.done(slipCreate, sale(2));
  shop.done(paymentProcess, cash(3530n));
  shop.done(slipVoid, { slipId: slipId(2), reason: 'mistake' });
  const pay = (n: number, asset: string) =>
    shop.refused(paymentProcess, cash(5n, { asset, allocations: [{ slip: slipId(n), amount: 5n }] }));
  expect(pay(1, 'TZS')).toMatchObject({ code: 'VALIDATION_ERROR', details: { field: 'currency' } });
  expect(pay(1, 'USD')).toMatchObject({ code: 'INVALID_SLIP_STATUS', details: { status: 'CLOSED' } });
  expect(pay(2, 'USD')).toMatchObject({ code: 'INVALID_SLIP_STATUS', details: { status: 'VOID' } });
});

test.each<[string, Partial<PaymentProcess>]>([
  ['tenders', { tenders: [] }],
  ['tenders[0].amount_cents', { tenders: [{ method: 'CASH', amount: 0n, reference: null }] }],
  ['amount_cents', { tenders: [{ method: 'CASH', amount: MAX_AMOUNT + 1n, reference: null }] }],
  ['allocations[0].applied_cents', { allocations: [{ slip: null, amount: 0n }] }],
  [
    'allocations[1].slip_id',
    {
      allocations: [
        { slip: slipId(1), amount: 50n },
        { slip: slipId(1), amount: 50n },
      ],
    },
  ],
  [
    'allocations[1].type',
    {
      allocations: [
        { slip: null, amount: 50n },
        { slip: null, amount: 50n },
      ],
    },
  ],
])('refuses a payment with a wrong %s, naming it', (field, change) => {
  shop.done(slipCreate, sale(1));
  expect(shop.refused(paymentProcess, cash(100n, change))).toMatchObject({
    code: 'VALIDATION_ERROR',
    details: { field },
  });
});

test('refuses an unknown customer, an unknown asset and a wallet that would hold too much', () => {
  expect(shop.refused(paymentProcess, cash(5n)).code).toBe('CUSTOMER_ACCOUNT_NOT_FOUND');
  expect(shop.refused(paymentProcess, cash(5n, { asset: 'XXX' })).code).toBe('ASSET_NOT_FOUND');
  shop.books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
  expect(shop.refused(paymentProcess, cash(5n)).code).toBe('BALANCE_LIMIT');
});

test('is not stopped by a frozen account: it takes money in', () => {
  shop.done(slipCreate, sale(1));
  shop.books.frozen.add('CUST001');
  shop.done(paymentProcess, cash(3530n));
  expect(shop.owed()).toBe(0n);
});
