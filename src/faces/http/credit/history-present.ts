/** What an entry is to the customer: in words, and where it came from. */
import type { MergedEntry } from '../../../queries/merged-history.ts';
import type { JsonObject } from '../../../wallet/operation.ts';
import { allocationsOf, textOf } from './data.ts';
import { timeOut } from './fields.ts';
import type { Source } from './read-schema.ts';

export const presentEntry = (entry: MergedEntry) => ({
  // An account numbers its entries, and its own number is unique in the ledger.
  entry_id: `${entry.accountId}-${entry.seq}`,
  entry_type: entry.type,
  direction: entry.direction,
  amount_cents: entry.amount,
  account: entry.kind,
  balance_after_cents: entry.balanceAfter,
  occurred_at: timeOut(entry.occurredAt),
  description: describe(entry),
  source: sourceOf(entry),
  created_at: timeOut(entry.recordedAt),
});

const PLAIN: Readonly<Record<string, string>> = {
  DEPOSIT: 'Top-up of the wallet',
  BONUS: 'Bonus',
  SPEND: 'Purchase from the wallet',
  PAYMENT: 'Payment from the wallet',
  WITHDRAWAL: 'Withdrawal',
  TRANSFER_OUT: 'Transfer to another customer',
  TRANSFER_IN: 'Transfer from another customer',
};

function describe({ operation, type, data, reverses }: MergedEntry): string {
  switch (operation) {
    case 'slipCreate':
      return `Credit slip ${textOf(data, 'slip_number')} - ${counted(data)}`;
    case 'paymentProcess':
      return `Payment ${textOf(data, 'payment_id')} - ${type === 'DEPOSIT' ? 'wallet top-up' : 'slip allocations'}`;
    case 'slipApplyWallet':
      return `Credit slip ${textOf(data, 'slip_number')} - paid from wallet`;
    case 'slipVoid':
      return `Credit slip ${textOf(data, 'slip_number')} - voided`;
    case 'changeStore':
      return 'Change stored as balance';
    case 'transactionReverse':
      return `Reversal of transaction ${reverses}`;
    default:
      return PLAIN[type] ?? operation;
  }
}

const counted = ({ items }: JsonObject): string => (items === 1 ? '1 item' : `${items} items`);

function sourceOf({ operation, data, transactionId }: MergedEntry): Source {
  const transaction = { transaction_id: transactionId };
  switch (operation) {
    case 'slipCreate':
    case 'slipVoid':
      return { type: 'slip', slip_id: textOf(data, 'slip_id'), ...slipOf(data), ...transaction };
    case 'slipApplyWallet':
      return { type: 'slip', slip_id: allocationsOf(data)[0]?.slip?.id ?? '', ...slipOf(data), ...transaction };
    case 'paymentProcess':
      return {
        type: 'payment',
        payment_id: textOf(data, 'payment_id'),
        store_id: textOf(data, 'store_id'),
        ...transaction,
      };
    case 'changeStore':
      return { type: 'change', store_id: textOf(data, 'store_id'), ...transaction };
    default:
      return { type: 'transaction', ...transaction };
  }
}

const slipOf = (data: JsonObject) => ({ slip_number: textOf(data, 'slip_number'), store_id: textOf(data, 'store_id') });
