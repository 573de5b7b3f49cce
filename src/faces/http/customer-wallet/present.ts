/** Answers of this face, made from what was recorded and from nothing else: a replay is the same to the byte. */
import type { Asset } from '../../../ledger/asset.ts';
import { type JournalPlace, transactionNumber } from '../../../ledger/transaction-number.ts';
import type { Wallet, WalletEntry } from '../../../queries/wallets.ts';
import type { JsonObject } from '../../../wallet/operation.ts';
import { movementOf, type OperationRecord, type RecordedEntry } from '../../../wallet/record.ts';
import { idValue } from '../../wire/ids.ts';
import { majorOut } from '../../wire/major-out.ts';

const COMPLETED = 'completed' as const;
const TYPE = 'customer' as const;

interface Shown extends JournalPlace {
  readonly walletId: bigint;
  readonly entry: Pick<RecordedEntry, 'type' | 'amount'>;
  readonly data: JsonObject;
}

/** A credit is called what its caller calls it, everything else by the type of its entry. */
const typeOf = ({ entry, data }: Shown): string =>
  entry.type === 'BONUS' ? (textOf(data, 'transaction_type') ?? entry.type) : entry.type;

function textOf(data: JsonObject, name: string): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}

const presentShown = (shown: Shown, asset: Asset) => ({
  id: transactionNumber(shown),
  wallet_id: shown.walletId,
  type: typeOf(shown),
  amount: majorOut(shown.entry.amount, asset.decimalPlaces),
  currency: asset.code,
  status: COMPLETED,
});

/** The answer to adding, withdrawing and crediting. */
export const presentMovement = (record: OperationRecord, asset: Asset) =>
  presentRecorded(record, movementOf(record), asset);

/** An entry that an operation recorded in one of its wallets. */
export function presentRecorded(record: OperationRecord, entry: RecordedEntry, asset: Asset) {
  const { height, index, data } = record;
  return presentShown({ height, index, walletId: entry.account.id, entry, data }, asset);
}

export function presentPayment(record: OperationRecord, asset: Asset) {
  const { account, amount } = movementOf(record);
  return {
    id: transactionNumber(record),
    customer_id: idValue(account.owner),
    order_id: idValue(textOf(record.data, 'service_id') ?? ''),
    amount: majorOut(amount, asset.decimalPlaces),
    payment_method: 'wallet' as const,
    status: COMPLETED,
  };
}

/** A wallet as it was opened: with nothing in it. */
export const presentCreated = (wallet: Wallet, asset: Asset) => ({
  id: wallet.id,
  user_id: idValue(wallet.customer),
  type: TYPE,
  currency: asset.code,
  balance: majorOut(0n, asset.decimalPlaces),
});

export const presentBalance = (wallet: Wallet, asset: Asset) => ({
  walletId: wallet.id,
  balance: majorOut(wallet.balance, asset.decimalPlaces),
  currency: asset.code,
  type: TYPE,
});

const shownEntry = (wallet: Wallet, { height, index, data, type, amount }: WalletEntry): Shown => ({
  height,
  index,
  walletId: wallet.id,
  entry: { type, amount },
  data,
});

export const presentEntry = (wallet: Wallet, entry: WalletEntry, asset: Asset) =>
  presentShown(shownEntry(wallet, entry), asset);

/** A transaction in full; nothing of it ever changes. */
export function presentTransaction(wallet: Wallet, entry: WalletEntry, asset: Asset) {
  const method = textOf(entry.data, 'payment_method_id');
  const at = entry.recordedAt.toISOString();
  return {
    ...presentEntry(wallet, entry, asset),
    transaction_id: entry.transactionId,
    payment_method_id: method === null ? null : idValue(method),
    description: textOf(entry.data, 'description'),
    balance_before: majorOut(entry.balanceBefore, asset.decimalPlaces),
    balance_after: majorOut(entry.balanceAfter, asset.decimalPlaces),
    created_at: at,
    updated_at: at,
  };
}
