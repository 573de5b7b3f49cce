import { expect, test } from 'vitest';
import { notesFor } from './notes.ts';
import {
  addTender,
  allocate,
  allocationsOf,
  beginPayment,
  changeOf,
  type Payment,
  problemOf,
  receivedBy,
  removeTender,
  setAmount,
  tendersOf,
  unallocatedOf,
  wantedOf,
} from './payment.ts';

const SLIPS = [
  { id: 'old', remaining: 500n },
  { id: 'new', remaining: 700n },
];

const amounts = ({ tenders }: Payment) => tenders.map(({ amount }) => amount);
const split = (payment: Payment) => allocationsOf(payment).map(({ amount }) => amount);

test('a payment begins with all that is due, in cash, oldest slip first', () => {
  const payment = beginPayment(SLIPS);
  expect([payment.due, amounts(payment), split(payment)]).toEqual([1_200n, [1_200n], [500n, 700n, 0n]]);
  expect(problemOf(payment)).toBeNull();
});

test('where the slips are not known, what is owed is due', () => {
  expect(amounts(beginPayment(null, undefined, 900n))).toEqual([900n]);
});

test('a slip that is named is what is due, and comes first', () => {
  const payment = beginPayment(SLIPS, 'new');
  expect([payment.due, allocationsOf(payment)[0]]).toEqual([700n, { to: 'new', amount: 700n }]);
});

test('what is typed into one row is taken off the rows that nobody has typed into', () => {
  const both = addTender(beginPayment(SLIPS), 'MOBILE');
  expect(amounts(both)).toEqual([1_200n, null]);
  expect(amounts(setAmount(both, 2, 450n))).toEqual([750n, 450n]);
  expect(amounts(setAmount(setAmount(both, 2, 450n), 2, 200n))).toEqual([1_000n, 200n]);
  expect(amounts(removeTender(setAmount(both, 2, 450n), 2))).toEqual([1_200n]);
  expect(amounts(setAmount(beginPayment(SLIPS), 1, 300n))).toEqual([300n]);
  expect(amounts(addTender(setAmount(beginPayment(SLIPS), 1, 300n), 'CARD'))).toEqual([300n, 900n]);
});

test('less than what is due pays the oldest slip first', () => {
  expect(split(setAmount(beginPayment(SLIPS), 1, 600n))).toEqual([500n, 100n, 0n]);
});

test('more cash than is due is change: given back, or kept in the wallet', () => {
  const payment = setAmount(beginPayment(SLIPS), 1, 2_000n);
  expect([changeOf(payment), receivedBy(payment), split(payment)]).toEqual([800n, 1_200n, [500n, 700n, 0n]]);
  const stored = { ...payment, storesChange: true };
  expect([receivedBy(stored), split(stored)]).toEqual([2_000n, [500n, 700n, 800n]]);
});

test('change is given from cash alone; what else is too much goes to the wallet', () => {
  const mobile = setAmount(addTender(setAmount(beginPayment(SLIPS), 1, 100n), 'MOBILE'), 2, 1_500n);
  expect([changeOf(mobile), tendersOf(mobile).map(({ amount }) => amount), split(mobile)]).toEqual([
    100n,
    [1_500n],
    [500n, 700n, 300n],
  ]);
});

test('where nothing is due, all goes to the wallet and there is no change', () => {
  const payment = setAmount(beginPayment([]), 1, 900n);
  expect([changeOf(payment), split(payment), problemOf(payment)]).toEqual([0n, [900n], null]);
});

test('an allocation that is typed stays, and the others make up for it', () => {
  const payment = allocate(beginPayment(SLIPS), 'old', 200n);
  expect([split(payment), problemOf(payment)]).toEqual([[200n, 700n, 300n], null]);
  expect(split(allocate(payment, WALLET_ROW, 0n))).toEqual([200n, 700n, 0n]);
});

const WALLET_ROW = 'wallet';

test('what is left over, given out twice, or too much for a slip, is said', () => {
  const payment = allocate(allocate(beginPayment(SLIPS), 'old', 200n), WALLET_ROW, 0n);
  expect([problemOf(payment), unallocatedOf(payment)]).toEqual(['unallocated', 300n]);
  expect(problemOf(allocate(beginPayment(SLIPS), WALLET_ROW, 1_300n))).toBe('overAllocated');
  expect(problemOf(allocate(beginPayment(SLIPS), 'old', 501n))).toBe('tooMuchForSlip');
  expect(problemOf(setAmount(beginPayment(SLIPS), 1, null))).toBe('nothing');
});

test('the sum of the allocations is what is received, whatever is typed', () => {
  for (let cash = 0n; cash <= 3_000n; cash += 50n) {
    for (const storesChange of [true, false]) {
      const payment = { ...setAmount(beginPayment(SLIPS), 1, cash), storesChange };
      expect(unallocatedOf(payment)).toBe(0n);
      expect(receivedBy(payment) + (storesChange ? 0n : changeOf(payment))).toBe(cash);
    }
  }
});

test('a row knows what it would have to be', () => {
  const payment = setAmount(addTender(beginPayment(SLIPS), 'MOBILE'), 2, 450n);
  expect([wantedOf(payment, 1), wantedOf(payment, 2)]).toEqual([750n, 450n]);
});

test('notes that people hand over for an amount', () => {
  const shillings = { code: 'TZS', decimals: 2 };
  expect(notesFor(3_720_000n, shillings)).toEqual([3_800_000n, 4_000_000n]);
  expect(notesFor(450_000n, shillings)).toEqual([500_000n, 600_000n, 1_000_000n]);
  expect(notesFor(1_000_000n, shillings)).toEqual([]);
  expect(notesFor(0n, shillings)).toEqual([]);
  expect(notesFor(1_730n, { code: 'USD', decimals: 2 })).toEqual([1_800n, 2_000n, 5_000n]);
  expect(notesFor(100n, { code: 'GOLD_COINS', decimals: 0 })).toEqual([]);
});
