/** What is decided about a customer, and moves no money. */
import { wallet } from '../ledger/account.ts';
import { refuse } from './errors.ts';
import { type Decision, decided, type Needs, type Operation, type View } from './operation.ts';

export interface CustomerStatus {
  readonly customer: string;
  readonly reason: string;
}

/** Which account it is does not matter: with any of a customer's accounts comes whether the customer has one. */
const needs = ({ customer }: { readonly customer: string }): Needs => ({ accounts: [wallet(customer, 'USD')] });

const setStatus = ({ customer, reason }: CustomerStatus, status: 'ACTIVE' | 'FROZEN', view: View): Decision => {
  if (!view.knows(customer)) return refuse('CUSTOMER_ACCOUNT_NOT_FOUND', { customer_id: customer });
  return decided({ customer, postings: [], product: { customerStatus: { customer, status } }, data: { reason } });
};

/** Stops all debits of a customer's accounts until they are unfrozen. Refuses with CUSTOMER_ACCOUNT_NOT_FOUND. */
export const customerFreeze: Operation<'customerFreeze', CustomerStatus> = {
  name: 'customerFreeze',
  needs,
  decide: (input, view) => setStatus(input, 'FROZEN', view),
};

/** Takes debits again. Refuses with CUSTOMER_ACCOUNT_NOT_FOUND. */
export const customerUnfreeze: Operation<'customerUnfreeze', CustomerStatus> = {
  name: 'customerUnfreeze',
  needs,
  decide: (input, view) => setStatus(input, 'ACTIVE', view),
};

export interface CustomerErase {
  readonly customer: string;
  /** A code, such as `customer_request`: what stands here can never be erased. */
  readonly reason: string;
  /** Whether personal data was kept of them: the books can't see that. Who has only a profile can be erased too. */
  readonly made: { readonly hadProfile: boolean };
}

/** The line in the books that says who erased a customer's personal data. Refuses with CUSTOMER_ACCOUNT_NOT_FOUND. */
export const customerErase: Operation<'customerErase', CustomerErase> = {
  name: 'customerErase',
  needs,
  decide({ customer, reason, made }, view) {
    if (!made.hadProfile && !view.knows(customer))
      return refuse('CUSTOMER_ACCOUNT_NOT_FOUND', { customer_id: customer });
    return decided({ customer, postings: [], data: { reason } });
  },
};
