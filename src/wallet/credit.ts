/** Money that comes into a wallet: bought by the customer (top-up), or given by the house (bonus). */
import { type AccountRef, house, wallet } from '../ledger/account.ts';
import { type EntryType, move } from '../ledger/posting.ts';
import { refuse } from './errors.ts';
import { credited } from './limits.ts';
import { type Decision, decided, type JsonObject, type Operation, type View } from './operation.ts';
import { award, type Earning } from './points.ts';

interface Credit {
  readonly customer: string;
  readonly asset: string;
  /** Minor units of `asset`. */
  readonly amount: bigint;
  readonly data: JsonObject;
}

export interface WalletTopup extends Credit {
  /** How the customer paid, such as `stripe`: names the clearing account that the money comes from. */
  readonly method: string;
}

export type WalletBonus = Credit;

function creditWallet(
  input: Credit,
  source: AccountRef,
  type: EntryType,
  view: View,
  earns: Earning | null = null,
): Decision {
  const account = wallet(input.customer, input.asset);
  if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
  const limit = credited(view, account, input.amount);
  if (limit) return limit;
  return decided({
    customer: input.customer,
    postings: [...move(source, account, input.amount, type), ...(earns ? award(view, earns, input.amount) : [])],
    data: input.data,
  });
}

const topupSource = (input: WalletTopup) => house(input.asset, 'clearing', input.method);
const earning = ({ customer, asset }: WalletTopup): Earning => ({ customer, asset, action: 'topup' });
const bonusSource = (input: WalletBonus) => house(input.asset, 'bonus');

/** clearing:method -> wallet, and points by the rules. Opens the wallet of an unknown customer. Refuses with ASSET_NOT_FOUND and BALANCE_LIMIT. */
export const walletTopup: Operation<'walletTopup', WalletTopup> = {
  name: 'walletTopup',
  needs: (input) => ({
    accounts: [topupSource(input), wallet(input.customer, input.asset)],
    earns: earning(input),
  }),
  decide: (input, view) => creditWallet(input, topupSource(input), 'DEPOSIT', view, earning(input)),
};

/** bonus -> wallet. Opens the wallet of an unknown customer. Refuses with ASSET_NOT_FOUND and BALANCE_LIMIT. */
export const walletBonus: Operation<'walletBonus', WalletBonus> = {
  name: 'walletBonus',
  needs: (input) => ({ accounts: [bonusSource(input), wallet(input.customer, input.asset)] }),
  decide: (input, view) => creditWallet(input, bonusSource(input), 'BONUS', view),
};
