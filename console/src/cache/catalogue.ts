/** The catalogue in minor units: the service gives prices as numbers of major units, and they are converted here, once. */
import type { paths } from '../api/schema.d.ts';
import type { Asset } from '../money/asset.ts';
import { parseAmount } from '../money/parse.ts';
import type { CachedVariant, Catalogue } from './records.ts';

export type CatalogueItem =
  paths['/api/products/all']['get']['responses'][200]['content']['application/json']['respBody']['items'][number];
type ItemVariant = CatalogueItem['variants'][number];

/** What is for sale, by name. A price that the asset can't have is none: then the till asks. */
export function catalogueOf(asset: Asset, items: readonly CatalogueItem[]): Catalogue {
  const products = items
    .filter(({ deleted_at }) => deleted_at === null)
    .map((item) => ({
      id: item.id,
      name: item.item_name,
      category: item.category_id,
      color: item.color,
      variants: item.variants.filter(({ deleted_at }) => deleted_at === null).map((one) => variantOf(asset, one)),
    }))
    .filter(({ variants }) => variants.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  return { currency: asset.code, products };
}

const variantOf = (asset: Asset, variant: ItemVariant): CachedVariant => ({
  id: variant.variant_id,
  name: [variant.option1_value, variant.option2_value, variant.option3_value].filter((one) => one !== null).join(' / '),
  sku: variant.sku,
  barcode: variant.barcode,
  price: priceOf(asset, variant.default_pricing_type, variant.default_price),
  stores: variant.stores.map(({ store_id, pricing_type, price, available_for_sale }) => ({
    store: store_id,
    price: priceOf(asset, pricing_type, price),
    available: available_for_sale,
  })),
});

const priceOf = (asset: Asset, pricing: string, price: number | null): bigint | null =>
  pricing !== 'FIXED' || price === null ? null : (parseAmount(String(price), asset).minor ?? null);
