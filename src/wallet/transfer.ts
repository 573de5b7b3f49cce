import { wallet } from '../ledger/account.ts';
import { move } from '../ledger/posting.ts';
import { refuse } from './errors.ts';
import { credited, debited } from './limits.ts';
import { decided, type JsonObject, type Operation } from './operation.ts';

export interface WalletTransfer {
  readonly sender: string;
  readonly recipient: string;
  readonly asset: string;
  /** Minor units of `asset`. */
  readonly amount: bigint;
  readonly data: JsonObject;
}

/**
 * wallet -> wallet of another customer, whose wallet it opens if need be.
 * Refuses with ASSET_NOT_FOUND, SAME_WALLET, WALLET_NOT_FOUND, INSUFFICIENT_FUNDS and BALANCE_LIMIT.
 */
export const walletTransfer: Operation<'walletTransfer', WalletTransfer> = {
  name: 'walletTransfer',
  needs: (input) => ({ accounts: [wallet(input.sender, input.asset), wallet(input.recipient, input.asset)] }),
  decide(input, view) {
    const from = wallet(input.sender, input.asset);
    const to = wallet(input.recipient, input.asset);
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    if (input.sender === input.recipient) return refuse('SAME_WALLET', { customer: input.sender });
    const problem = debited(view, from, input.amount) ?? credited(view, to, input.amount);
    if (problem) return problem;
    return decided({
      customer: input.sender,
      postings: move(from, to, input.amount, { from: 'TRANSFER_OUT', to: 'TRANSFER_IN' }),
      data: input.data,
    });
  },
};
