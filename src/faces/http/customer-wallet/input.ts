/** From the bodies of this face to the inputs of operations. */
import type { Asset } from '../../../ledger/asset.ts';
import type { WalletBonus, WalletTopup } from '../../../wallet/credit.ts';
import type { WalletSpend, WalletWithdraw } from '../../../wallet/debit.ts';
import { checkedId } from '../../wire/ids.ts';
import { majorUnits } from '../major-units.ts';
import { given } from '../wallets/input.ts';
import type { AddFundsBody, CreditBody, PayBody, WithdrawBody } from './schema.ts';

/** The customer and asset that a wallet's number stands for. */
export interface WalletIdentity {
  readonly customer: string;
  readonly asset: Asset;
}

const movement = ({ customer, asset }: WalletIdentity, amount: AddFundsBody['amount']) => ({
  customer,
  asset: asset.code,
  amount: majorUnits('amount', amount, asset.decimalPlaces),
});

const optionalId = (value: number | string | undefined) => (value === undefined ? undefined : checkedId(value));

/** Throws VALIDATION_ERROR for an amount that the asset can't have, as all of these do. */
export const topupInput = (wallet: WalletIdentity, { amount, paymentMethod }: AddFundsBody): WalletTopup => ({
  ...movement(wallet, amount),
  method: paymentMethod.type.toLowerCase(),
  data: given({ payment_method: paymentMethod.type, payment_method_id: optionalId(paymentMethod.id) }),
});

export const withdrawInput = (wallet: WalletIdentity, { amount, destination }: WithdrawBody): WalletWithdraw => ({
  ...movement(wallet, amount),
  destination: destination.accountNumber,
  data: {
    destination: given({
      bank_name: destination.bankName,
      account_last4: lastFour(destination.accountNumber),
      id: optionalId(destination.id),
    }),
  },
});

/** What tells an account apart for people, and is of no use to anyone else: nothing of a number that is hardly longer. */
function lastFour(accountNumber: string): string {
  const plain = accountNumber.replace(/[^A-Za-z0-9]/g, '');
  return plain.length >= 8 ? plain.slice(-4) : '';
}

export const payInput = (wallet: WalletIdentity, { amount, serviceId }: PayBody): WalletSpend => ({
  ...movement(wallet, amount),
  entryType: 'PAYMENT',
  data: { service_id: checkedId(serviceId) },
});

export const creditInput = (asset: Asset, body: CreditBody): WalletBonus => ({
  ...movement({ customer: checkedId(body.userId), asset }, body.amount),
  data: given({ transaction_type: body.transactionType, description: body.description }),
});
