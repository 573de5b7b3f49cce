/** How much a customer may owe before new slips are refused. */
import { refuse } from './errors.ts';
import { decided, type Operation } from './operation.ts';

/** Stands for everybody who has no limit of their own. */
export const EVERYBODY = '';

export interface CreditLimit {
  /** A customer, or EVERYBODY. */
  readonly customer: string;
  readonly asset: string;
  /** Minor units of `asset`; null for no limit. */
  readonly amount: bigint | null;
}

/**
 * Sets a limit; what is owed already stays as it is. A customer may have one before the first slip, and so need not be
 * known. Refuses with ASSET_NOT_FOUND.
 */
export const creditLimitSet: Operation<'creditLimitSet', CreditLimit> = {
  name: 'creditLimitSet',
  needs: () => ({ accounts: [] }),
  decide(input, view) {
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    return decided({
      customer: input.customer === EVERYBODY ? null : input.customer,
      postings: [],
      product: { creditLimit: input },
      data: { asset: input.asset, amount: input.amount?.toString() ?? null },
    });
  },
};
