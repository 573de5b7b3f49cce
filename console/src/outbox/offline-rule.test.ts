import { expect, test } from 'vitest';
import { type OfflineContext, type OfflineReason, offlineRule } from './offline-rule.ts';

const KNOWN = { customerKnown: true };
const CASH = { ...KNOWN, tenders: ['CASH'] };

test.each<[string, OfflineContext, OfflineReason | null]>([
  ['slipCreate', { ...KNOWN, amount: 500n, creditLeft: 500n }, null],
  ['slipCreate', { ...KNOWN, amount: 501n, creditLeft: 500n }, 'overLimit'],
  ['slipCreate', { ...KNOWN, amount: 500n, creditLeft: null }, null],
  ['slipCreate', { ...KNOWN, amount: 500n }, 'limitNotKnown'],
  ['slipCreate', { ...KNOWN, amount: 500n, creditLeft: null, frozen: true }, 'accountFrozen'],
  ['slipCreate', { amount: 1n, creditLeft: null }, 'customerNotKnown'],
  ['paymentProcess', CASH, null],
  ['paymentProcess', { ...KNOWN, tenders: ['CASH', 'MOBILE_MONEY'] }, 'cashOnly'],
  ['paymentProcess', KNOWN, 'cashOnly'],
  ['changeStore', KNOWN, null],
  ['walletTopup', { ...KNOWN, tenders: ['cash'] }, null],
  ['walletTopup', { ...KNOWN, tenders: ['card'] }, 'cashOnly'],
  ['walletSpend', KNOWN, 'walletSpendOff'],
  ['slipApplyWallet', KNOWN, 'walletSpendOff'],
  ['slipApplyWallet', { ...KNOWN, walletSpendAllowed: true }, null],
  ['walletWithdraw', CASH, 'needsConnection'],
  ['transactionReverse', CASH, 'needsConnection'],
  ['slipVoid', CASH, 'needsConnection'],
  ['customerCreate', CASH, 'needsConnection'],
  ['toString', CASH, 'needsConnection'],
])('%s with %o: %s', (operation, context, reason) => {
  expect(offlineRule(operation, context)).toEqual(reason === null ? { allowed: true } : { allowed: false, reason });
});
