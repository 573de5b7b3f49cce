import { wallet } from '../ledger/account.ts';
import { refuse } from './errors.ts';
import { decided, type Operation } from './operation.ts';

export interface WalletCreate {
  readonly customer: string;
  readonly asset: string;
}

/** Opens a customer's wallet in one asset, empty. Refuses with ASSET_NOT_FOUND and WALLET_EXISTS. */
export const walletCreate: Operation<'walletCreate', WalletCreate> = {
  name: 'walletCreate',
  needs: (input) => ({ accounts: [wallet(input.customer, input.asset)] }),
  decide(input, view) {
    const account = wallet(input.customer, input.asset);
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    if (view.account(account).exists) return refuse('WALLET_EXISTS', { customer: input.customer });
    return decided({ customer: input.customer, postings: [], opens: [account], data: { asset: input.asset } });
  },
};
