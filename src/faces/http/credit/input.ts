/** From the bodies of this face to the inputs of operations. */
import { v7 as uuidv7 } from 'uuid';
import type { SlipCreate } from '../../../wallet/slip/create.ts';
import type { PaymentAllocation, PaymentProcess } from '../../../wallet/slip/payment.ts';
import type { PaymentMethod, Tender } from '../../../wallet/slip/rows.ts';
import { minorUnits } from '../../wire/amounts.ts';
import { invalid } from '../problem.ts';
import { knownSlipId, minorUnitsOrNone } from './fields.ts';
import type { PaymentBody, SlipBody } from './write-schema.ts';

/** When the caller says it happened, if they do. */
export const givenTime = ({ occurred_at }: { readonly occurred_at?: string }): Date | null =>
  occurred_at === undefined ? null : new Date(occurred_at);

export const slipInput = (body: SlipBody): SlipCreate => ({
  made: { slipId: uuidv7(), occurredAt: givenTime(body) ?? new Date() },
  customer: body.customer_id,
  store: body.store_id,
  asset: body.currency,
  lines: body.lines.map((line) => ({
    itemId: line.item_id,
    description: line.description,
    quantity: BigInt(line.quantity),
    unitPrice: minorUnitsOrNone(line.unit_price_cents),
  })),
  tax: minorUnitsOrNone(body.tax_cents),
  discount: minorUnitsOrNone(body.discount_cents),
});

/** Throws VALIDATION_ERROR and CREDIT_SLIP_NOT_FOUND. */
export const paymentInput = (body: PaymentBody): PaymentProcess => ({
  made: { paymentId: uuidv7() },
  customer: body.customer_id,
  store: body.store_id,
  asset: body.currency,
  tenders: tendersOf(body),
  allocations: (body.allocations ?? []).map(allocationOf),
});

function tendersOf({ tenders, method, amount_cents }: PaymentBody): Tender[] {
  if (tenders !== undefined) {
    if (method !== undefined) throw invalid('method', 'must not stand beside tenders');
    if (amount_cents !== undefined) throw invalid('amount_cents', 'must not stand beside tenders');
    return tenders.map((tender) => ({
      method: tender.method as PaymentMethod,
      amount: minorUnits(tender.amount_cents),
      reference: tender.reference ?? null,
    }));
  }
  if (method === undefined) throw invalid('method', 'is missing');
  if (amount_cents === undefined) throw invalid('amount_cents', 'is missing');
  return [{ method: method as PaymentMethod, amount: minorUnits(amount_cents), reference: null }];
}

function allocationOf(
  { type, slip_id, applied_cents }: NonNullable<PaymentBody['allocations']>[number],
  place: number,
): PaymentAllocation {
  const field = `allocations.${place}.slip_id`;
  const amount = minorUnits(applied_cents);
  if (type === 'wallet') {
    if (slip_id !== undefined) throw invalid(field, 'must not stand beside the type wallet');
    return { slip: null, amount };
  }
  if (slip_id === undefined) throw invalid(field, 'is missing');
  return { slip: knownSlipId(slip_id), amount };
}
