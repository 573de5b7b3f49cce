import { house, wallet } from '../../ledger/account.ts';
import { move } from '../../ledger/posting.ts';
import { refuse } from '../errors.ts';
import { credited } from '../limits.ts';
import { decided, type Operation } from '../operation.ts';

export interface ChangeStore {
  readonly customer: string;
  readonly store: string;
  readonly asset: string;
  /** Minor units of `asset`: the change that the till could not give. */
  readonly amount: bigint;
}

const till = (input: ChangeStore) => house(input.asset, 'cash', input.store, 'CASH');

/** cash:store:CASH -> wallet. Opens the wallet of an unknown customer. Refuses with ASSET_NOT_FOUND and BALANCE_LIMIT. */
export const changeStore: Operation<'changeStore', ChangeStore> = {
  name: 'changeStore',
  needs: (input) => ({ accounts: [till(input), wallet(input.customer, input.asset)] }),
  decide(input, view) {
    const account = wallet(input.customer, input.asset);
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    const limit = credited(view, account, input.amount);
    if (limit) return limit;
    return decided({
      customer: input.customer,
      postings: move(till(input), account, input.amount, 'CHANGE_TO_BALANCE'),
      data: { store_id: input.store },
    });
  },
};
