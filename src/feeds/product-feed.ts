/** An item of the catalogue as Loyverse and spec/credit-wallet.md have it. */
import type { Asset } from '../ledger/asset.ts';
import type { NextProduct, StorePrice, Variant } from '../queries/products.ts';
import { decimalOf, moneyOf } from './number.ts';
import { asRecord, type FeedRecord, flagOf, listOf, neededText, textOf, timeOf } from './record.ts';

const ID = 100;
const SHORT = 200;
const LONG = 10_000;

/** The item, its prices turned into minor units of `asset`. Throws FeedProblem. */
export function readProduct(record: FeedRecord, asset: Asset): NextProduct {
  const id = neededText(record, 'id', ID);
  return {
    id,
    asset_id: asset.id,
    handle: textOf(record, 'handle', SHORT),
    reference_id: textOf(record, 'reference_id', SHORT),
    item_name: neededText(record, 'item_name', SHORT),
    description: textOf(record, 'description', LONG),
    track_stock: flagOf(record, 'track_stock'),
    sold_by_weight: flagOf(record, 'sold_by_weight'),
    is_composite: flagOf(record, 'is_composite'),
    use_production: flagOf(record, 'use_production'),
    category_id: textOf(record, 'category_id', ID),
    components: listOf(record, 'components').map((part) => readComponent(asRecord(part))),
    primary_supplier_id: textOf(record, 'primary_supplier_id', ID),
    tax_ids: idsOf(record, 'tax_ids'),
    modifier_ids: idsOf(record, 'modifier_ids'),
    form: textOf(record, 'form', SHORT),
    color: textOf(record, 'color', SHORT),
    image_url: textOf(record, 'image_url', 2000),
    option1_name: textOf(record, 'option1_name', SHORT),
    option2_name: textOf(record, 'option2_name', SHORT),
    option3_name: textOf(record, 'option3_name', SHORT),
    variants: listOf(record, 'variants').map((variant) => readVariant(asRecord(variant), id, asset)),
    created_at: timeOf(record, 'created_at'),
    updated_at: timeOf(record, 'updated_at'),
    deleted_at: timeOf(record, 'deleted_at'),
  };
}

const readComponent = (record: FeedRecord) => ({
  variant_id: neededText(record, 'variant_id', ID),
  quantity: decimalOf(record, 'quantity') ?? '0',
});

const idsOf = (record: FeedRecord, name: string): string[] =>
  listOf(record, name).map((id) => neededText({ [name]: id }, name, ID));

const moneyText = (record: FeedRecord, name: string, asset: Asset): string | null =>
  moneyOf(record, name, asset)?.toString() ?? null;

const timeText = (record: FeedRecord, name: string): string | null => timeOf(record, name)?.toISOString() ?? null;

const readVariant = (record: FeedRecord, itemId: string, asset: Asset): Variant => ({
  variant_id: neededText(record, 'variant_id', ID),
  item_id: textOf(record, 'item_id', ID) ?? itemId,
  sku: textOf(record, 'sku', SHORT),
  reference_variant_id: textOf(record, 'reference_variant_id', SHORT),
  option1_value: textOf(record, 'option1_value', SHORT),
  option2_value: textOf(record, 'option2_value', SHORT),
  option3_value: textOf(record, 'option3_value', SHORT),
  barcode: textOf(record, 'barcode', SHORT),
  cost: decimalOf(record, 'cost'),
  purchase_cost: decimalOf(record, 'purchase_cost'),
  default_pricing_type: textOf(record, 'default_pricing_type', SHORT) ?? 'FIXED',
  default_price: moneyText(record, 'default_price', asset),
  stores: listOf(record, 'stores').map((store) => readStore(asRecord(store), asset)),
  created_at: timeText(record, 'created_at'),
  updated_at: timeText(record, 'updated_at'),
  deleted_at: timeText(record, 'deleted_at'),
});

const readStore = (record: FeedRecord, asset: Asset): StorePrice => ({
  store_id: neededText(record, 'store_id', ID),
  pricing_type: textOf(record, 'pricing_type', SHORT) ?? 'FIXED',
  price: moneyText(record, 'price', asset),
  available_for_sale: flagOf(record, 'available_for_sale'),
  optimal_stock: decimalOf(record, 'optimal_stock'),
  low_stock: decimalOf(record, 'low_stock'),
});
