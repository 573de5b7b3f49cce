import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/faces/http/languages.ts';
import { holesOf } from '../../src/faces/http/phrases.ts';
import { NOTICE_KINDS, type Notice, noticesOf } from '../../src/faces/push/notices.ts';
import { messageOf } from '../../src/faces/push/words.ts';
import { walletCreate } from '../../src/wallet/create.ts';
import { walletBonus, walletTopup } from '../../src/wallet/credit.ts';
import { customerFreeze } from '../../src/wallet/customer.ts';
import { walletSpend, walletWithdraw } from '../../src/wallet/debit.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { cardPaymentRecord } from '../../src/wallet/payment-record.ts';
import { transactionReverse } from '../../src/wallet/reverse.ts';
import { slipApplyWallet } from '../../src/wallet/slip/apply.ts';
import { changeStore } from '../../src/wallet/slip/change.ts';
import { slipCreate } from '../../src/wallet/slip/create.ts';
import { paymentProcess } from '../../src/wallet/slip/payment.ts';
import { slipVoid } from '../../src/wallet/slip/void.ts';
import { walletTransfer } from '../../src/wallet/transfer.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, submission, type TestEngine } from '../support/engine.ts';
import { cash, sale } from '../support/slip-shop.ts';

let database: TestDatabase;
let engine: TestEngine;
let ledger: bigint;
beforeAll(async () => {
  database = await createTestDatabase();
  engine = await openEngine(database.appUrl);
});
afterAll(async () => {
  await engine.close();
  await database.drop();
});
beforeEach(async () => {
  ledger = await createLedger(database.owner);
});

async function done<Input>(operation: Operation<string, Input>, input: Input) {
  const record = recordOf(await engine.engine.submit(submission(ledger, operation, input)));
  const notices = noticesOf(ledger, record);
  const told = notices.map(({ kind, customer, amount, asset }) => [kind, customer, amount, asset]);
  return { id: record.id, notices, told };
}

const CUSTOMER = 'CUST001';
const usd = (amount: bigint) => ({ customer: CUSTOMER, asset: 'USD', amount, data: {} });
const topup = (amount: bigint) => done(walletTopup, { ...usd(amount), method: 'stripe' });

test('money in and money out of a wallet', async () => {
  expect((await topup(1000n)).told).toEqual([['funds_added', CUSTOMER, 1000n, 'USD']]);
  expect((await done(walletBonus, usd(20n))).told).toEqual([['bonus_received', CUSTOMER, 20n, 'USD']]);
  expect((await done(walletSpend, { ...usd(300n), entryType: 'PAYMENT' as const })).told).toEqual([
    ['payment_made', CUSTOMER, 300n, 'USD'],
  ]);
  expect((await done(walletWithdraw, usd(100n))).told).toEqual([['funds_withdrawn', CUSTOMER, 100n, 'USD']]);
  const change = { customer: CUSTOMER, asset: 'USD', amount: 470n, store: 'STORE001' };
  expect((await done(changeStore, change)).told).toEqual([['change_stored', CUSTOMER, 470n, 'USD']]);
});

test('both sides of a transfer, and both again when it is taken back', async () => {
  await topup(1000n);
  const transfer = { sender: CUSTOMER, recipient: 'ben', asset: 'USD', amount: 250n, data: {} };
  const { id, notices, told } = await done(walletTransfer, transfer);
  expect(told).toEqual([
    ['transfer_sent', CUSTOMER, 250n, 'USD'],
    ['transfer_received', 'ben', 250n, 'USD'],
  ]);
  expect(notices.map((notice) => notice.transaction)).toEqual([id, id]);
  const back = await done(transactionReverse, { transactionId: id, reason: 'wrong person' });
  expect(new Set(back.told)).toEqual(
    new Set([
      ['reversal', CUSTOMER, 250n, 'USD'],
      ['reversal', 'ben', -250n, 'USD'],
    ]),
  );
});

test('a reversal that the wallet cannot cover is told with what is owed now', async () => {
  const { id } = await topup(1000n);
  await done(walletSpend, { ...usd(900n), entryType: 'SPEND' as const });
  const { told } = await done(transactionReverse, { transactionId: id, reason: 'bounced' });
  expect(told).toEqual([['reversal', CUSTOMER, -1000n, 'USD']]);
});

test('credit slips and their payments', async () => {
  const made = { slipId: uuidv7(), occurredAt: new Date() };
  expect((await done(slipCreate, sale(1, { made }))).told).toEqual([['slip_created', CUSTOMER, 3530n, 'USD']]);
  const payment = cash(1000n, { made: { paymentId: uuidv7() } });
  const paid = await done(paymentProcess, payment);
  expect(paid.told).toEqual([['slip_payment', CUSTOMER, 1000n, 'USD']]);
  await topup(500n);
  const apply = { customer: CUSTOMER, slipId: made.slipId, asset: 'USD' };
  const applied = await done(slipApplyWallet, apply);
  expect(applied.told).toEqual([['slip_paid_from_wallet', CUSTOMER, 500n, 'USD']]);
  // Of wallet and debt together, nothing changes: there is no amount that would say it.
  const back = await done(transactionReverse, { transactionId: applied.id, reason: 'asked for it' });
  expect(back.told).toEqual([['reversal', CUSTOMER, null, 'USD']]);
  const gone = await done(slipVoid, { slipId: made.slipId, reason: 'goods came back' });
  expect(gone.told).toEqual([['slip_voided', CUSTOMER, 1000n, 'USD']]);
});

test('a card payment, but nothing where no money moves', async () => {
  const card = { provider: 'stripe', providerReference: 'pi_1', serviceId: null, description: null };
  const made = { paymentRecordId: uuidv7() };
  const payment = { customer: CUSTOMER, asset: 'USD', amount: 700n, ...card, made };
  expect((await done(cardPaymentRecord, payment)).told).toEqual([['card_payment', CUSTOMER, 700n, 'USD']]);
  expect((await done(walletCreate, { customer: 'new', asset: 'USD' })).told).toEqual([]);
  expect((await done(customerFreeze, { customer: 'new', reason: 'lost phone' })).told).toEqual([]);
});

describe('the words', () => {
  const notice = (change: Partial<Notice> = {}): Notice => ({
    kind: 'funds_added',
    id: 'id-0',
    customer: CUSTOMER,
    transaction: 'id',
    amount: 123_456_789_012n,
    asset: 'TZS',
    at: new Date(0),
    ...change,
  });
  const bodyOf = (change: Partial<Notice>, showAmounts: boolean, language = 'en', places = 2) =>
    messageOf(notice(change), { language, showAmounts }, places).body;

  test.each([...LANGUAGES.keys()])('of %s say all kinds of notices, with one hole for the amount', (language) => {
    const words = LANGUAGES.get(language)?.notices ?? {};
    expect(Object.keys(words)).toEqual([...NOTICE_KINDS]);
    for (const { title, body, with_amount } of Object.values(words)) {
      expect([holesOf(title), holesOf(body), holesOf(with_amount)]).toEqual([[], [], ['amount']]);
      expect(title.length).toBeLessThanOrEqual(25);
    }
  });

  test('are of their own in each language', () => {
    const [english, ...others] = [...LANGUAGES.values()].map(({ notices }) => Object.values(notices));
    for (const other of others)
      for (const [i, { title, body }] of other.entries()) {
        expect([title, body]).not.toContain(english?.[i]?.title);
        expect([title, body]).not.toContain(english?.[i]?.body);
      }
  });

  test.each(NOTICE_KINDS)('tell no amount of %s unless they are asked to', (kind) => {
    for (const language of LANGUAGES.keys()) {
      expect(bodyOf({ kind }, false, language)).not.toMatch(/[0-9]|TZS/);
      expect(bodyOf({ kind }, true, language)).toMatch(/TZS \+?1,234,567,890\.12/);
    }
  });

  test('write amounts exactly, in the places of their asset', () => {
    expect(bodyOf({ asset: 'DIAMONDS', amount: 1_000_000_000_001n }, true, 'en', 0)).toContain(
      'DIAMONDS 1,000,000,000,001',
    );
    expect(bodyOf({ amount: 899_999_999_999_999_999n }, true)).toContain('8,999,999,999,999,999.99');
    expect(bodyOf({ kind: 'reversal', amount: -5n }, true)).toContain('TZS -0.05');
    expect(bodyOf({ kind: 'reversal', amount: 5n }, true)).toContain('TZS +0.05');
    expect(bodyOf({ amount: null }, true)).toBe('Money was added to your wallet.');
  });
});
