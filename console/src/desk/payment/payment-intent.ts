import type { Asset } from '../../money/asset.ts';
import type { Intent } from '../../outbox/intent.ts';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { allocationsOf, type Payment, receivedBy, tendersOf, WALLET } from './payment.ts';

export interface PaymentParts {
  readonly payment: Payment;
  readonly customer: Customer;
  readonly store: string;
  readonly asset: Asset;
  /**
   * Whether the service may share it out, oldest slip first: offline, slips may be paid elsewhere before this arrives. What
   * somebody typed is sent as it is.
   */
  readonly sharesItself: boolean;
}

/** The one request that records all of it: how it is paid, and what it pays. */
export function paymentIntent({ payment, customer: { person }, store, asset, sharesItself }: PaymentParts): Intent {
  const isShared = sharesItself && payment.typed.size === 0;
  return {
    operation: 'paymentProcess',
    customer: person.id,
    method: 'POST',
    path: '/api/wallet/payments',
    body: {
      customer_id: person.id,
      store_id: store,
      currency: asset.code,
      tenders: tendersOf(payment).map(({ method, amount, reference }) => ({
        method,
        amount_cents: amount,
        ...(reference.trim() !== '' && { reference: reference.trim() }),
      })),
      ...(!isShared && { allocations: bodyAllocations(payment) }),
    },
    label: { amount: String(receivedBy(payment)), asset: asset.code, customerName: nameOf(person) },
  };
}

const bodyAllocations = (payment: Payment) =>
  allocationsOf(payment)
    .filter(({ amount }) => amount !== null && amount > 0n)
    .map(({ to, amount }) =>
      to === WALLET ? { type: 'wallet', applied_cents: amount } : { type: 'slip', slip_id: to, applied_cents: amount },
    );
