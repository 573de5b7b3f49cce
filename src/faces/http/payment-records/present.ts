/** Answers of this face, made from what was recorded and from nothing else: a replay is the same to the byte. */
import type { Asset } from '../../../ledger/asset.ts';
import type { Wallet, WalletEntry } from '../../../queries/wallets.ts';
import type { JsonObject } from '../../../wallet/operation.ts';
import { movementOf, type OperationRecord } from '../../../wallet/record.ts';
import { idValue } from '../../wire/ids.ts';
import { majorOut } from '../../wire/major-out.ts';

const textOf = ({ data, id }: OperationRecord, name: string): string => {
  const value = data[name];
  if (typeof value !== 'string') throw new Error(`operation ${id} was recorded without its ${name}`);
  return value;
};

function presentRecord(record: OperationRecord, amount: bigint, asset: Asset) {
  return {
    id: textOf(record, 'payment_record_id'),
    customerId: idValue(record.customer ?? ''),
    amount: majorOut(amount, asset.decimalPlaces),
    currency: asset.code,
    status: 'PAID' as const,
  };
}

/** The payment record and its wallet transaction, each naming the other. */
export function presentManual(record: OperationRecord, asset: Asset) {
  const entry = movementOf(record);
  return {
    paymentRecord: { ...presentRecord(record, entry.amount, asset), walletTransactionId: record.id },
    walletTransaction: presentTransaction({ transactionId: record.id, data: record.data, ...entry }, asset),
  };
}

export const presentDirect = (record: OperationRecord, asset: Asset) => ({
  ...presentRecord(record, BigInt(textOf(record, 'amount')), asset),
  walletTransactionId: null,
});

type Shown = Pick<WalletEntry, 'transactionId' | 'type' | 'amount' | 'balanceBefore' | 'balanceAfter' | 'data'>;

function presentTransaction({ transactionId, type, amount, balanceBefore, balanceAfter, data }: Shown, asset: Asset) {
  return {
    id: transactionId,
    transactionType: type,
    amount: majorOut(amount, asset.decimalPlaces),
    balanceBefore: majorOut(balanceBefore, asset.decimalPlaces),
    balanceAfter: majorOut(balanceAfter, asset.decimalPlaces),
    status: 'COMPLETED' as const,
    metadata: linkOf(data),
  };
}

const linkOf = ({ payment_record_id: id }: JsonObject) => (typeof id === 'string' ? { paymentRecordId: id } : {});

export const presentInfo = (wallet: Wallet, entries: readonly WalletEntry[], asset: Asset) => ({
  walletId: wallet.id,
  balance: majorOut(wallet.balance, asset.decimalPlaces),
  currency: asset.code,
  recentTransactions: entries.map((entry) => ({
    ...presentTransaction(entry, asset),
    createdAt: entry.recordedAt.toISOString(),
  })),
});
