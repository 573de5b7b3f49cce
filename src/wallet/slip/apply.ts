import { receivable, wallet } from '../../ledger/account.ts';
import { move } from '../../ledger/posting.ts';
import { refuse } from '../errors.ts';
import { frozen } from '../limits.ts';
import { decided, type Operation } from '../operation.ts';
import { award, type Earning } from '../points.ts';
import { findOpenSlips } from './find.ts';
import { allocationData, paySlip } from './rows.ts';
import { least, remaining, type SlipState } from './slip.ts';

export interface SlipApplyWallet {
  readonly customer: string;
  readonly slipId: string;
  readonly asset: string;
}

const earning = ({ customer, asset }: Pick<SlipApplyWallet, 'customer' | 'asset'>): Earning => ({
  customer,
  asset,
  action: 'slip_payment',
});

/**
 * wallet -> receivable, and points by the rules: pays down a slip with what the wallet holds, all of it or as much as the slip needs.
 * Refuses with ASSET_NOT_FOUND, VALIDATION_ERROR (the slip is in another currency), CUSTOMER_ACCOUNT_NOT_FOUND,
 * CREDIT_SLIP_NOT_FOUND, INVALID_SLIP_STATUS, ACCOUNT_FROZEN and INSUFFICIENT_WALLET_BALANCE (nothing in it).
 */
export const slipApplyWallet: Operation<'slipApplyWallet', SlipApplyWallet> = {
  name: 'slipApplyWallet',
  needs: ({ customer, asset, slipId }) => ({
    accounts: [wallet(customer, asset), receivable(customer, asset)],
    slips: [slipId],
    earns: earning({ customer, asset }),
  }),
  decide(input, view) {
    const from = wallet(input.customer, input.asset);
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    const found = findOpenSlips(view, input.customer, input.asset, [{ id: input.slipId, field: 'slip_id' }]);
    if ('problem' in found) return found.problem;
    const slip = found.slips[0] as SlipState;
    const stop = frozen(view, input.customer);
    if (stop) return stop;
    const { balance } = view.account(from);
    if (balance === 0n) return refuse('INSUFFICIENT_WALLET_BALANCE', { asset: input.asset, available: '0' });

    const amount = least(balance, remaining(slip));
    const { update, allocation } = paySlip(slip, amount, null);
    return decided({
      customer: input.customer,
      postings: [
        ...move(from, receivable(input.customer, input.asset), amount, { from: 'BALANCE_CONSUMPTION', to: 'PAYMENT' }),
        ...award(view, earning(input), amount),
      ],
      // Where the slip takes all that the wallet holds, how much that is decides the amount.
      ...(amount < remaining(slip) ? { exact: [from] } : {}),
      product: { slipUpdates: [update], allocations: [allocation] },
      data: { slip_number: slip.number, store_id: slip.store, allocations: allocationData([allocation]) },
    });
  },
};
