/** Money that leaves a wallet for the house (spend) or for the customer's own bank (withdrawal). */
import { type AccountRef, house, wallet } from '../ledger/account.ts';
import { type EntryType, move } from '../ledger/posting.ts';
import { refuse } from './errors.ts';
import { debited } from './limits.ts';
import { type Decision, decided, type Facts, type JsonObject, type Operation, type View } from './operation.ts';
import { type PaymentPurpose, purposeData, WALLET_PROVIDER } from './payment-record.ts';
import { award, type Earning } from './points.ts';

interface Debit {
  readonly customer: string;
  readonly asset: string;
  /** Minor units of `asset`. */
  readonly amount: bigint;
  readonly data: JsonObject;
}

export interface WalletSpend extends Debit {
  /** SPEND on the ledger face, PAYMENT where the customer pays for a service. */
  readonly entryType: 'SPEND' | 'PAYMENT';
  /** Where it is given, a payment record stands beside the transaction, linked both ways. */
  readonly paymentRecord?: PaymentPurpose;
  /** Made by us for this attempt, not asked for by the caller: no part of what the idempotency key stands for. */
  readonly made?: { readonly paymentRecordId: string };
}

export interface WalletWithdraw extends Debit {
  /** The bank account in full. It is only compared where a key comes again: the books never hold it. */
  readonly destination?: string;
}

type Beside = Pick<Facts, 'product' | 'data'>;

function debitWallet(
  input: Debit,
  target: AccountRef,
  type: EntryType,
  view: View,
  { earns = null, beside = { data: input.data } }: { readonly earns?: Earning | null; readonly beside?: Beside } = {},
): Decision {
  const account = wallet(input.customer, input.asset);
  if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
  const lack = debited(view, account, input.amount);
  if (lack) return lack;
  return decided({
    customer: input.customer,
    postings: [...move(account, target, input.amount, type), ...(earns ? award(view, earns, input.amount) : [])],
    ...beside,
  });
}

const revenue = (input: Debit) => house(input.asset, 'revenue');
const payout = (input: Debit) => house(input.asset, 'payout');

const earning = ({ customer, asset, entryType }: WalletSpend): Earning => ({
  customer,
  asset,
  action: entryType === 'PAYMENT' ? 'pay' : 'spend',
});

/** The payment record of a spend, and the link to it in the transaction's data. */
function recorded({ customer, asset, amount, data, paymentRecord, made }: WalletSpend): Beside {
  if (!paymentRecord || !made) return { data };
  const id = made.paymentRecordId;
  const provider = { provider: WALLET_PROVIDER, providerReference: null };
  return {
    product: { paymentRecord: { id, customer, asset, amount, ...provider, ...paymentRecord } },
    data: { ...data, ...purposeData(paymentRecord), payment_record_id: id },
  };
}

/** wallet -> revenue, and points by the rules. Refuses with ASSET_NOT_FOUND, WALLET_NOT_FOUND and INSUFFICIENT_FUNDS. */
export const walletSpend: Operation<'walletSpend', WalletSpend> = {
  name: 'walletSpend',
  needs: (input) => ({ accounts: [revenue(input), wallet(input.customer, input.asset)], earns: earning(input) }),
  decide: (input, view) =>
    debitWallet(input, revenue(input), input.entryType, view, { earns: earning(input), beside: recorded(input) }),
};

/** wallet -> payout. Refuses with ASSET_NOT_FOUND, WALLET_NOT_FOUND and INSUFFICIENT_FUNDS. */
export const walletWithdraw: Operation<'walletWithdraw', WalletWithdraw> = {
  name: 'walletWithdraw',
  needs: (input) => ({ accounts: [payout(input), wallet(input.customer, input.asset)] }),
  decide: (input, view) => debitWallet(input, payout(input), 'WITHDRAWAL', view),
};
