/** A catalogue as a table: one row a variant, or one for each store that a variant has a price of its own in. */
import type { FeedRecord } from './record.ts';

const VARIANT = [
  ...[
    'variant_id',
    'sku',
    'reference_variant_id',
    'option1_value',
    'option2_value',
    'option3_value',
    'barcode',
    'cost',
  ],
  ...['purchase_cost', 'default_pricing_type', 'default_price'],
];
const STORE = ['store_id', 'pricing_type', 'price', 'available_for_sale', 'optimal_stock', 'low_stock'];

export interface ProductRow {
  readonly place: string;
  readonly value: FeedRecord;
}

interface Item {
  readonly place: string;
  readonly value: Record<string, unknown> & {
    readonly variants: (Record<string, unknown> & { stores: FeedRecord[] })[];
  };
}

/**
 * Puts the rows of each item together, in the order of their first rows. An item's own fields stand in its first row; a
 * row without `variant_id` is its only variant. Rows without an id go on as they are, to be refused.
 */
export function itemsOfRows(rows: readonly ProductRow[]): ProductRow[] {
  const items = new Map<unknown, Item>();
  const others: ProductRow[] = [];
  for (const { place, value } of rows) {
    if (value.id === undefined) {
      others.push({ place, value });
      continue;
    }
    const item = items.get(value.id) ?? { place, value: { ...without(value, VARIANT, STORE), variants: [] } };
    items.set(value.id, item);
    const id = value.variant_id ?? value.id;
    let variant = item.value.variants.find(({ variant_id }) => variant_id === id);
    if (!variant) {
      variant = { ...only(value, VARIANT), variant_id: id, stores: [] };
      item.value.variants.push(variant);
    }
    if (value.store_id !== undefined) variant.stores.push(only(value, STORE));
  }
  return [...items.values(), ...others];
}

const without = (row: FeedRecord, ...names: readonly string[][]): FeedRecord =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.some((list) => list.includes(name))));

const only = (row: FeedRecord, names: readonly string[]): FeedRecord =>
  Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
