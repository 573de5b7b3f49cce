import { beforeEach, describe, expect, test } from 'vitest';
import { PureBooks } from '../../../test/support/pure-books.ts';
import { house, receivable, wallet } from '../../ledger/account.ts';
import { MAX_AMOUNT, MAX_BALANCE } from '../../ledger/money.ts';
import { walletTopup } from '../credit.ts';
import type { Decision, Operation } from '../operation.ts';
import { transactionReverse } from '../reverse.ts';
import { slipApplyWallet } from './apply.ts';
import { changeStore } from './change.ts';
import { type SlipCreate, slipCreate } from './create.ts';
import { type PaymentProcess, paymentProcess } from './payment.ts';
import { type SlipState, slipNumber } from './slip.ts';
import { slipVoid } from './void.ts';

/** Slips in these tests are named by their last hex digit. */
const slipId = (n: number): string => `0190b5e0-7a3c-7000-8000-0000a1b2c3d${n}`;

let books: PureBooks;
let operations: number;

beforeEach(() => {
  books = new PureBooks();
  operations = 0;
});

/** Does it, and gives the id of the operation. */
function done<Input>(operation: Operation<string, Input>, input: Input): string {
  operations += 1;
  const decision = books.submit(operation, input, `op${operations}`);
  if ('refusal' in decision) throw new Error(`${operation.name}: ${JSON.stringify(decision.refusal)}`);
  return `op${operations}`;
}

function refused<Input>(operation: Operation<string, Input>, input: Input) {
  const decision: Decision = books.submit(operation, input, 'refused');
  if ('facts' in decision) throw new Error(`${operation.name} was not refused`);
  return decision.refusal;
}

const coffee = { itemId: 'ITEM001', description: 'Coffee Beans 1kg', quantity: 2n, unitPrice: 1500n };
const milk = { itemId: 'ITEM002', description: 'Milk 1L', quantity: 1n, unitPrice: 300n };

const sale = (n: number, change: Partial<SlipCreate> = {}): SlipCreate => ({
  made: { slipId: slipId(n), occurredAt: new Date('2024-01-15T10:30:00Z') },
  customer: 'CUST001',
  store: 'STORE001',
  asset: 'USD',
  lines: [coffee, milk],
  tax: 330n,
  discount: 100n,
  ...change,
});

const cash = (amount: bigint, change: Partial<PaymentProcess> = {}): PaymentProcess => ({
  made: { paymentId: 'payment' },
  customer: 'CUST001',
  store: 'STORE001',
  asset: 'USD',
  tenders: [{ method: 'CASH', amount, reference: null }],
  allocations: [],
  ...change,
});

const topup = (amount: bigint, customer = 'CUST001') =>
  done(walletTopup, { customer, asset: 'USD', amount, method: 'stripe', data: {} });

const slip = (n: number) => books.slips.get(slipId(n)) as SlipState;
const held = () => books.balance(wallet('CUST001', 'USD'));
const owed = () => -books.balance(receivable('CUST001', 'USD'));
const sales = () => books.balance(house('USD', 'sales', 'STORE001'));
const taxes = () => books.balance(house('USD', 'tax', 'STORE001'));
const till = (method: string) => books.balance(house('USD', 'cash', 'STORE001', method));

describe('slipCreate', () => {
  test('books the sale: the customer owes it, the discount is off the sales, the tax is whole', () => {
    done(slipCreate, sale(4));
    expect([owed(), sales(), taxes()]).toEqual([3530n, 3200n, 330n]);
    expect(slip(4)).toMatchObject({ total: 3530n, paid: 0n, status: 'OPEN', number: 'CS-20240115103000-A1B2C3D4' });
  });

  test('takes a discount above the goods off the tax', () => {
    done(slipCreate, sale(1, { discount: 3400n }));
    expect([owed(), sales(), taxes()]).toEqual([230n, 0n, 230n]);
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
    expect(refused(slipCreate, sale(1, change))).toMatchObject({ code: 'VALIDATION_ERROR', details: { field } });
  });

  test('takes the largest amounts there are', () => {
    done(slipCreate, sale(1, { lines: [{ ...milk, unitPrice: MAX_AMOUNT - 330n }], discount: 0n }));
    expect(owed()).toBe(MAX_AMOUNT);
  });

  test('refuses an unknown asset, a frozen customer, and a debt beyond the largest balance', () => {
    expect(refused(slipCreate, sale(1, { asset: 'XXX' })).code).toBe('ASSET_NOT_FOUND');
    books.frozen.add('CUST001');
    expect(refused(slipCreate, sale(1)).code).toBe('ACCOUNT_FROZEN');
    books.frozen.clear();
    books.seed(receivable('CUST001', 'USD'), -MAX_BALANCE);
    expect(refused(slipCreate, sale(1)).code).toBe('BALANCE_LIMIT');
  });
});

describe('paymentProcess', () => {
  test('does the example of the document: 3,530 to the slip, 470 to the wallet', () => {
    done(slipCreate, sale(1));
    const allocations = [
      { slip: slipId(1), amount: 3530n },
      { slip: null, amount: 470n },
    ];
    done(paymentProcess, cash(4000n, { allocations }));
    expect([held(), owed(), till('CASH')]).toEqual([470n, 0n, -4000n]);
    expect(slip(1)).toMatchObject({ status: 'CLOSED', paid: 3530n, version: 2 });
    expect(books.entries.slice(-2).map(({ type, amount }) => [type, amount])).toEqual([
      ['PAYMENT', 3530n],
      ['DEPOSIT', 470n],
    ]);
    expect(books.allocations).toEqual([
      { payment: 'payment', slip: { id: slipId(1), status: 'CLOSED', remaining: 0n }, amount: 3530n },
      { payment: 'payment', slip: null, amount: 470n },
    ]);
  });

  test('without allocations pays the oldest slip first, by its own time and not by its recording', () => {
    done(slipCreate, sale(1, { made: { slipId: slipId(1), occurredAt: new Date('2024-03-01') } }));
    done(slipCreate, sale(2, { made: { slipId: slipId(2), occurredAt: new Date('2024-02-01') } }));
    done(paymentProcess, cash(4000n));
    expect([slip(1).paid, slip(2).paid, held()]).toEqual([470n, 3530n, 0n]);
  });

  test('books each tender of a split payment on its own account', () => {
    done(slipCreate, sale(1));
    const tenders = [
      { method: 'CASH' as const, amount: 1000n, reference: null },
      { method: 'MOBILE' as const, amount: 2530n, reference: 'MP-77' },
    ];
    done(paymentProcess, cash(0n, { tenders }));
    expect([till('CASH'), till('MOBILE'), owed()]).toEqual([-1000n, -2530n, 0n]);
    expect(books.payments.get('payment')).toMatchObject({ amount: 3530n, tenders });
  });

  test.each([
    ['less than the amount', 3000n],
    ['more than the amount', 3002n],
  ])('refuses allocations of %s', (_, amount) => {
    done(slipCreate, sale(1));
    const { code } = refused(paymentProcess, cash(3001n, { allocations: [{ slip: slipId(1), amount }] }));
    expect(code).toBe('PAYMENT_ALLOCATION_ERROR');
  });

  test('refuses an allocation above what its slip needs', () => {
    done(slipCreate, sale(1));
    done(paymentProcess, cash(3000n));
    const { code, details } = refused(
      paymentProcess,
      cash(531n, { made: { paymentId: 'second' }, allocations: [{ slip: slipId(1), amount: 531n }] }),
    );
    expect([code, details.remaining]).toEqual(['PAYMENT_ALLOCATION_ERROR', '530']);
  });

  test("treats another customer's slip as if it were not there", () => {
    done(slipCreate, sale(1, { customer: 'CUST002', asset: 'TZS' }));
    topup(1n);
    const allocations = [{ slip: slipId(1), amount: 5n }];
    const other = refused(paymentProcess, cash(5n, { allocations }));
    const none = refused(paymentProcess, cash(5n, { allocations: [{ slip: slipId(2), amount: 5n }] }));
    expect(other.code).toBe('CREDIT_SLIP_NOT_FOUND');
    expect({ ...other, details: { slip_id: '' } }).toEqual({ ...none, details: { slip_id: '' } });
  });

  test('refuses a slip in another currency, a closed one and a void one', () => {
    done(slipCreate, sale(1));
    done(slipCreate, sale(2));
    done(paymentProcess, cash(3530n));
    done(slipVoid, { slipId: slipId(2), reason: 'mistake' });
    const pay = (n: number, asset: string) =>
      refused(paymentProcess, cash(5n, { asset, allocations: [{ slip: slipId(n), amount: 5n }] }));
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
    done(slipCreate, sale(1));
    expect(refused(paymentProcess, cash(100n, change))).toMatchObject({ code: 'VALIDATION_ERROR', details: { field } });
  });

  test('refuses an unknown customer, an unknown asset and a wallet that would hold too much', () => {
    expect(refused(paymentProcess, cash(5n)).code).toBe('CUSTOMER_ACCOUNT_NOT_FOUND');
    expect(refused(paymentProcess, cash(5n, { asset: 'XXX' })).code).toBe('ASSET_NOT_FOUND');
    books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
    expect(refused(paymentProcess, cash(5n)).code).toBe('BALANCE_LIMIT');
  });

  test('is not stopped by a frozen account: it takes money in', () => {
    done(slipCreate, sale(1));
    books.frozen.add('CUST001');
    done(paymentProcess, cash(3530n));
    expect(owed()).toBe(0n);
  });
});

describe('slipApplyWallet', () => {
  const apply = (n: number, asset = 'USD') => ({ customer: 'CUST001', slipId: slipId(n), asset });

  test('pays with all that the wallet holds, as the document shows', () => {
    done(slipCreate, sale(1));
    topup(1500n);
    done(slipApplyWallet, apply(1));
    expect([held(), owed(), slip(1).status]).toEqual([0n, 2030n, 'PARTIALLY_PAID']);
    expect(books.entries.slice(-2).map(({ type, direction }) => [type, direction])).toEqual([
      ['BALANCE_CONSUMPTION', 'DEBIT'],
      ['PAYMENT', 'CREDIT'],
    ]);
  });

  test('takes no more than the slip needs', () => {
    done(slipCreate, sale(1));
    topup(5000n);
    done(slipApplyWallet, apply(1));
    expect([held(), owed(), slip(1).status]).toEqual([1470n, 0n, 'CLOSED']);
  });

  test('relies on the exact balance of the wallet only where that decides the amount', () => {
    done(slipCreate, sale(1));
    topup(1500n);
    const poor = books.submit(slipApplyWallet, apply(1), 'poor');
    topup(5000n);
    const rich = books.submit(slipApplyWallet, apply(1), 'rich');
    expect(poor).toMatchObject({ facts: { exact: [wallet('CUST001', 'USD')] } });
    expect('facts' in rich && rich.facts.exact).toBeUndefined();
  });

  test('refuses in the order of the catalogue', () => {
    const code = (asset = 'USD') => refused(slipApplyWallet, apply(1, asset)).code;
    expect(code('XXX')).toBe('ASSET_NOT_FOUND');
    expect(code()).toBe('CUSTOMER_ACCOUNT_NOT_FOUND');
    topup(1n);
    expect(code()).toBe('CREDIT_SLIP_NOT_FOUND');
    done(slipCreate, sale(1));
    expect(code('TZS')).toBe('VALIDATION_ERROR');
    books.frozen.add('CUST001');
    expect(code()).toBe('ACCOUNT_FROZEN');
    books.frozen.clear();
    done(slipApplyWallet, apply(1));
    expect(code()).toBe('INSUFFICIENT_WALLET_BALANCE');
    done(paymentProcess, cash(3529n));
    expect(code()).toBe('INVALID_SLIP_STATUS');
  });
});

describe('changeStore', () => {
  const change = { customer: 'CUST001', store: 'STORE001', asset: 'USD', amount: 250n };

  test('puts the change from the till into the wallet, opening it', () => {
    done(changeStore, change);
    expect([held(), till('CASH')]).toEqual([250n, -250n]);
    expect(books.entries.at(-1)?.type).toBe('CHANGE_TO_BALANCE');
  });

  test('refuses an unknown asset and a wallet that would hold too much', () => {
    expect(refused(changeStore, { ...change, asset: 'XXX' }).code).toBe('ASSET_NOT_FOUND');
    books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
    expect(refused(changeStore, change).code).toBe('BALANCE_LIMIT');
  });
});

describe('slipVoid', () => {
  test('takes the sale back and gives the wallet what was paid', () => {
    done(slipCreate, sale(1));
    done(paymentProcess, cash(1000n));
    done(slipVoid, { slipId: slipId(1), reason: 'returned' });
    expect([held(), owed(), sales(), taxes()]).toEqual([1000n, 0n, 0n, 0n]);
    expect(slip(1)).toMatchObject({ status: 'VOID', paid: 0n });
  });

  test('takes back a closed slip too, but none twice, and none that is not there', () => {
    done(slipCreate, sale(1));
    done(paymentProcess, cash(3530n));
    done(slipVoid, { slipId: slipId(1), reason: 'returned' });
    expect(held()).toBe(3530n);
    expect(refused(slipVoid, { slipId: slipId(1), reason: 'again' }).code).toBe('INVALID_SLIP_STATUS');
    expect(refused(slipVoid, { slipId: slipId(2), reason: 'what' }).code).toBe('CREDIT_SLIP_NOT_FOUND');
  });

  test('refuses to put more into a wallet than it can hold', () => {
    books.seed(wallet('CUST001', 'USD'), MAX_BALANCE);
    done(slipCreate, sale(1));
    done(paymentProcess, cash(1n));
    expect(refused(slipVoid, { slipId: slipId(1), reason: 'returned' }).code).toBe('BALANCE_LIMIT');
  });
});

describe('transactionReverse', () => {
  const reverse = (transactionId: string) => ({ transactionId, reason: 'mistake' });

  test('of a payment opens its slips again and owes what the wallet no longer has', () => {
    done(slipCreate, sale(1));
    const payment = done(paymentProcess, cash(4000n));
    done(slipCreate, sale(2));
    done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(2), asset: 'USD' });
    const decision = books.submit(transactionReverse, reverse(payment), 'reversal');
    expect(slip(1)).toMatchObject({ status: 'OPEN', paid: 0n });
    // Two slips, of which 470 are paid, and those 470 that had been in the payment.
    expect([held(), owed(), till('CASH')]).toEqual([0n, 3530n + 3060n + 470n, 0n]);
    expect(decision).toMatchObject({
      facts: {
        exact: [wallet('CUST001', 'USD')],
        data: { reopened: [{ type: 'slip', slip_id: slipId(1), amount: '-3530', status: 'OPEN', remaining: '3530' }] },
      },
    });
  });

  test('of an apply puts the money back into the wallet', () => {
    done(slipCreate, sale(1));
    topup(1500n);
    const applied = done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(1), asset: 'USD' });
    done(transactionReverse, reverse(applied));
    expect([held(), owed(), slip(1).status]).toEqual([1500n, 3530n, 'OPEN']);
  });

  test('of a payment for a slip that was voided since finds the money in the wallet', () => {
    done(slipCreate, sale(1));
    const payment = done(paymentProcess, cash(1000n));
    done(slipVoid, { slipId: slipId(1), reason: 'returned' });
    done(transactionReverse, reverse(payment));
    expect([held(), owed(), till('CASH'), slip(1).status]).toEqual([0n, 0n, 0n, 'VOID']);
  });

  test('of an apply to a slip that was voided since is refused: the wallet has its money', () => {
    done(slipCreate, sale(1));
    topup(1500n);
    const applied = done(slipApplyWallet, { customer: 'CUST001', slipId: slipId(1), asset: 'USD' });
    done(slipVoid, { slipId: slipId(1), reason: 'returned' });
    expect(refused(transactionReverse, reverse(applied)).code).toBe('NOT_REVERSIBLE');
    expect(held()).toBe(1500n);
  });

  test('of a sale is refused and names slipVoid; of a void it is refused', () => {
    const sold = done(slipCreate, sale(1));
    expect(refused(transactionReverse, reverse(sold))).toMatchObject({
      code: 'NOT_REVERSIBLE',
      details: { instead: 'slipVoid' },
    });
    const taken = done(slipVoid, { slipId: slipId(1), reason: 'returned' });
    expect(refused(transactionReverse, reverse(taken)).code).toBe('NOT_REVERSIBLE');
  });
});

test('a slip number is the time of the sale in UTC and the random end of the id', () => {
  const number = slipNumber('0190b5e0-7a3c-7abc-8def-1234deadbeef', new Date('2024-12-31T23:59:59.999-05:00'));
  expect(number).toBe('CS-20250101045959-DEADBEEF');
});
