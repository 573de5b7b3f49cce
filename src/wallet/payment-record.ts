/** What a customer paid for: beside the wallet transaction that paid it, or alone where a provider outside was paid. */
import { wallet } from '../ledger/account.ts';
import { invalid, refuse } from './errors.ts';
import { decided, type JsonObject, type Operation } from './operation.ts';

/** The provider of a record whose money came out of the wallet. */
export const WALLET_PROVIDER = 'wallet';

export interface PaymentRecord {
  readonly id: string;
  readonly customer: string;
  readonly asset: string;
  /** Minor units of `asset`. */
  readonly amount: bigint;
  readonly provider: string;
  /** The provider's own number for it; null for the wallet. */
  readonly providerReference: string | null;
  readonly serviceId: string | null;
  readonly description: string | null;
}

/** What a payment was for, as its caller says. */
export type PaymentPurpose = Pick<PaymentRecord, 'serviceId' | 'description'>;

/** The purpose as an operation's data carry it: only what was given. */
export const purposeData = ({ serviceId, description }: PaymentPurpose): JsonObject => ({
  ...(serviceId !== null && { service_id: serviceId }),
  ...(description !== null && { description }),
});

export interface CardPaymentRecord extends Omit<PaymentRecord, 'id'> {
  readonly providerReference: string;
  /** Made by us for this attempt, not asked for by the caller: no part of what the idempotency key stands for. */
  readonly made: { readonly paymentRecordId: string };
}

/**
 * Records a payment that a provider took, and moves nothing in the wallet. Refuses with ASSET_NOT_FOUND, and with
 * VALIDATION_ERROR where the wallet is said to be the provider.
 */
export const cardPaymentRecord: Operation<'cardPaymentRecord', CardPaymentRecord> = {
  name: 'cardPaymentRecord',
  needs: ({ customer, asset }) => ({ accounts: [wallet(customer, asset)] }),
  decide({ made, ...input }, view) {
    if (!view.asset(input.asset)) return refuse('ASSET_NOT_FOUND', { asset: input.asset });
    if (input.provider === WALLET_PROVIDER) return invalid('provider', 'must not be the wallet');
    return decided({
      customer: input.customer,
      postings: [],
      product: { paymentRecord: { id: made.paymentRecordId, ...input } },
      data: {
        payment_record_id: made.paymentRecordId,
        asset: input.asset,
        amount: input.amount.toString(),
        provider: input.provider,
        provider_reference: input.providerReference,
        ...purposeData(input),
      },
    });
  },
};
