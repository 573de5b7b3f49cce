import type { Database } from '../../../queries/database.ts';
import { type Variant, variantsOf } from '../../../queries/products.ts';
import type { SlipCreate } from '../../../wallet/slip/create.ts';

/** Where the cashier types the price. */
const ANY_PRICE = 'VARIABLE';

/** Whether each line names an item of the catalogue and costs what it costs in the slip's store. */
export async function asInCatalogue(database: Database, ledgerId: bigint, assetId: number, slip: SlipCreate) {
  const ids = [...new Set(slip.lines.map(({ itemId }) => itemId))];
  const variants = await variantsOf(database, ledgerId, assetId, ids);
  return slip.lines.every(({ itemId, unitPrice }) =>
    (variants.get(itemId) ?? []).some((variant) => mayCost(variant, slip.store, unitPrice)),
  );
}

function mayCost(variant: Variant, store: string, price: bigint): boolean {
  const here = variant.stores.find(({ store_id }) => store_id === store);
  const type = here?.pricing_type ?? variant.default_pricing_type;
  const listed = here ? here.price : variant.default_price;
  return type === ANY_PRICE || listed === null || BigInt(listed) === price;
}
