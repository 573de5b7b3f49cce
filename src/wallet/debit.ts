/** Money that leaves a wallet for the house (spend) or for the customer's own bank (withdrawal). */
import { type AccountRef, house, wallet } from '../ledger/account.ts';
import { type EntryType, move } from '../ledger/posting.ts';
import { refuse } from './errors.ts';
import { debited } from './limits.ts';
import { type Decision, decided, type JsonObject, type Operation, type View } from './operation.ts';

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
}

export type WalletWithdraw = Debit;

function debitWallet(input: Debit, target: AccountRef, type: EntryType, view: View): Decision {
  const account = wallet(input.customer, input.asset);
  if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
  const lack = debited(view, account, input.amount);
  if (lack) return lack;
  return decided({
    customer: input.customer,
    postings: move(account, target, input.amount, type),
    data: input.data,
  });
}

const revenue = (input: Debit) => house(input.asset, 'revenue');
const payout = (input: Debit) => house(input.asset, 'payout');

/** wallet -> revenue. Refuses with ASSET_NOT_FOUND, WALLET_NOT_FOUND and INSUFFICIENT_FUNDS. */
export const walletSpend: Operation<'walletSpend', WalletSpend> = {
  name: 'walletSpend',
  needs: (input) => ({ accounts: [revenue(input), wallet(input.customer, input.asset)] }),
  decide: (input, view) => debitWallet(input, revenue(input), input.entryType, view),
};

/** wallet -> payout. Refuses with ASSET_NOT_FOUND, WALLET_NOT_FOUND and INSUFFICIENT_FUNDS. */
export const walletWithdraw: Operation<'walletWithdraw', WalletWithdraw> = {
  name: 'walletWithdraw',
  needs: (input) => ({ accounts: [payout(input), wallet(input.customer, input.asset)] }),
  decide: (input, view) => debitWallet(input, payout(input), 'WITHDRAWAL', view),
};
