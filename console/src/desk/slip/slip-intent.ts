import type { Asset } from '../../money/asset.ts';
import type { Intent } from '../../outbox/intent.ts';
import { nameOf } from '../customer/person.ts';
import type { Customer } from '../customer/useCustomer.ts';
import { type Draft, totalsOf } from './draft.ts';

export interface SlipParts {
  readonly draft: Draft;
  readonly customer: Customer;
  readonly store: string;
  readonly asset: Asset;
}

/** The request that records the slip. */
export function slipIntent({ draft, customer: { person }, store, asset }: SlipParts): Intent {
  const { lines, tax, discount } = draft;
  return {
    operation: 'slipCreate',
    customer: person.id,
    method: 'POST',
    path: '/api/wallet/credit-slips',
    body: {
      customer_id: person.id,
      store_id: store,
      currency: asset.code,
      lines: lines.map(({ id, name, quantity, price }) => ({
        item_id: id,
        description: name,
        quantity,
        unit_price_cents: price ?? 0n,
      })),
      ...(tax > 0n && { tax_cents: tax }),
      ...(discount > 0n && { discount_cents: discount }),
    },
    label: { amount: String(totalsOf(draft).total), asset: asset.code, customerName: nameOf(person) },
  };
}
