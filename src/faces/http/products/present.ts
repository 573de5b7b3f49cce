/** An item in the shape of spec/credit-wallet.md: prices are numbers of major units there, to the letter. */
import type { Product, StorePrice, Variant } from '../../../queries/products.ts';
import { JsonNumber } from '../../wire/json-number.ts';
import { majorOut } from '../../wire/major-out.ts';
import type { ItemData } from './schema.ts';

export const presentProduct = ({ asset_id: _, ...product }: Product, decimalPlaces: number): ItemData => ({
  id: product.id,
  handle: product.handle,
  reference_id: product.reference_id,
  item_name: product.item_name,
  description: product.description,
  track_stock: product.track_stock,
  sold_by_weight: product.sold_by_weight,
  is_composite: product.is_composite,
  use_production: product.use_production,
  category_id: product.category_id,
  components: product.components.map(({ variant_id, quantity }) => ({
    variant_id,
    quantity: new JsonNumber(quantity),
  })),
  primary_supplier_id: product.primary_supplier_id,
  tax_ids: [...product.tax_ids],
  modifier_ids: [...product.modifier_ids],
  form: product.form,
  color: product.color,
  image_url: product.image_url,
  option1_name: product.option1_name,
  option2_name: product.option2_name,
  option3_name: product.option3_name,
  created_at: product.created_at.toISOString(),
  updated_at: product.updated_at.toISOString(),
  deleted_at: product.deleted_at?.toISOString() ?? null,
  variants: product.variants.map((variant) => presentVariant(variant, decimalPlaces)),
});

const number = (text: string | null): JsonNumber | null => (text === null ? null : new JsonNumber(text));

const price = (minor: string | null, decimalPlaces: number): JsonNumber | null =>
  minor === null ? null : majorOut(BigInt(minor), decimalPlaces);

const presentVariant = (variant: Variant, decimalPlaces: number): ItemData['variants'][number] => ({
  variant_id: variant.variant_id,
  item_id: variant.item_id,
  sku: variant.sku,
  reference_variant_id: variant.reference_variant_id,
  option1_value: variant.option1_value,
  option2_value: variant.option2_value,
  option3_value: variant.option3_value,
  barcode: variant.barcode,
  cost: number(variant.cost),
  purchase_cost: number(variant.purchase_cost),
  default_pricing_type: variant.default_pricing_type,
  default_price: price(variant.default_price, decimalPlaces),
  stores: variant.stores.map((store) => presentStore(store, decimalPlaces)),
  created_at: variant.created_at,
  updated_at: variant.updated_at,
  deleted_at: variant.deleted_at,
});

const presentStore = (store: StorePrice, decimalPlaces: number) => ({
  store_id: store.store_id,
  pricing_type: store.pricing_type,
  price: price(store.price, decimalPlaces),
  available_for_sale: store.available_for_sale,
  optimal_stock: number(store.optimal_stock),
  low_stock: number(store.low_stock),
});
