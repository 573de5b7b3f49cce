/** The catalogue: what the shop sells, in the shape of spec/credit-wallet.md. */
import { hash } from 'node:crypto';
import type { Database } from './database.ts';

/** What a variant costs in one store. Numbers are texts, so that they stay what they were. */
export interface StorePrice {
  readonly store_id: string;
  readonly pricing_type: string;
  /** Minor units of the product's asset; null where the cashier types the price. */
  readonly price: string | null;
  readonly available_for_sale: boolean;
  readonly optimal_stock: string | null;
  readonly low_stock: string | null;
}

export interface Variant {
  readonly variant_id: string;
  readonly item_id: string;
  readonly sku: string | null;
  readonly reference_variant_id: string | null;
  readonly option1_value: string | null;
  readonly option2_value: string | null;
  readonly option3_value: string | null;
  readonly barcode: string | null;
  /** Major units, as the feed has it: an average, which can have more decimals than the currency. */
  readonly cost: string | null;
  readonly purchase_cost: string | null;
  readonly default_pricing_type: string;
  /** Minor units of the product's asset. */
  readonly default_price: string | null;
  readonly stores: readonly StorePrice[];
  readonly created_at: string | null;
  readonly updated_at: string | null;
  readonly deleted_at: string | null;
}

export interface Product {
  readonly id: string;
  readonly asset_id: number;
  readonly handle: string | null;
  readonly reference_id: string | null;
  readonly item_name: string;
  readonly description: string | null;
  readonly track_stock: boolean;
  readonly sold_by_weight: boolean;
  readonly is_composite: boolean;
  readonly use_production: boolean;
  readonly category_id: string | null;
  readonly components: readonly { readonly variant_id: string; readonly quantity: string }[];
  readonly primary_supplier_id: string | null;
  readonly tax_ids: readonly string[];
  readonly modifier_ids: readonly string[];
  readonly form: string | null;
  readonly color: string | null;
  readonly image_url: string | null;
  readonly option1_name: string | null;
  readonly option2_name: string | null;
  readonly option3_name: string | null;
  readonly variants: readonly Variant[];
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
}

const COLUMNS = [
  ...['id', 'asset_id', 'handle', 'reference_id', 'item_name', 'description', 'track_stock', 'sold_by_weight'],
  ...['is_composite', 'use_production', 'category_id', 'components', 'primary_supplier_id', 'tax_ids', 'modifier_ids'],
  ...['form', 'color', 'image_url', 'option1_name', 'option2_name', 'option3_name', 'variants'],
  ...['created_at', 'updated_at', 'deleted_at'],
] as readonly (keyof Product)[];

/** All products that are not deleted, by name; with a store, what is for sale there and nothing of other stores. */
export async function allProducts(database: Database, ledgerId: bigint, store: string | null): Promise<Product[]> {
  const { rows } = await database.query<Product>(
    `select ${COLUMNS.join()} from products where ledger_id = $1 and deleted_at is null order by lower(item_name), id`,
    [ledgerId],
  );
  const products = rows.map((product) => ({
    ...product,
    variants: product.variants.filter(({ deleted_at }) => deleted_at === null),
  }));
  return store === null ? products : products.flatMap((product) => soldIn(product, store));
}

/** The variants that each of these ids stands for: all of a product with that id, or the one with it. In one asset. */
export async function variantsOf(
  database: Database,
  ledgerId: bigint,
  assetId: number,
  ids: readonly string[],
): Promise<Map<string, Variant[]>> {
  const { rows } = await database.query<Pick<Product, 'id' | 'variants'>>(
    `select id, variants from products
      where ledger_id = $1 and asset_id = $2 and deleted_at is null
        and (id = any ($3) or exists (select from jsonb_array_elements(variants) v where v ->> 'variant_id' = any ($3)))`,
    [ledgerId, assetId, ids],
  );
  const live = rows.flatMap(({ id, variants }) =>
    variants.filter(({ deleted_at }) => deleted_at === null).map((variant) => ({ product: id, variant })),
  );
  return new Map(
    ids.map((id) => [
      id,
      live.filter(({ product, variant }) => product === id || variant.variant_id === id).map(({ variant }) => variant),
    ]),
  );
}

function soldIn(product: Product, store: string): Product[] {
  const variants = product.variants.flatMap((variant) => {
    const stores = variant.stores.filter(
      ({ store_id, available_for_sale }) => store_id === store && available_for_sale,
    );
    return stores.length === 0 ? [] : [{ ...variant, stores }];
  });
  return variants.length === 0 ? [] : [{ ...product, variants }];
}

/** A product to be written; where the feed tells no times, they are those of writing. */
export type NextProduct = Omit<Product, 'created_at' | 'updated_at'> & {
  readonly created_at: Date | null;
  readonly updated_at: Date | null;
};

export type ProductPut = 'added' | 'changed' | 'unchanged';

/** Adds these products or replaces them; what became of each. One that is older than what is there changes nothing. */
export async function putProducts(
  database: Database,
  ledgerId: bigint,
  products: readonly NextProduct[],
): Promise<ProductPut[]> {
  const known = await database.query<{ id: string; updated_at: Date; digest: Buffer }>(
    'select id, updated_at, digest from products where ledger_id = $1 and id = any ($2::text[])',
    [ledgerId, products.map(({ id }) => id)],
  );
  const before = new Map(known.rows.map(({ id, updated_at, digest }) => [id, { updated_at, digest }]));
  const writes = new Map<string, { product: NextProduct; digest: Buffer }>();
  const puts = products.map((product): ProductPut => {
    const old = before.get(product.id);
    const digest = digestOf(product);
    const isOlder = old && product.updated_at && product.updated_at < old.updated_at;
    if (isOlder || old?.digest.equals(digest)) return 'unchanged';
    before.set(product.id, { updated_at: product.updated_at ?? new Date(), digest });
    writes.set(product.id, { product, digest });
    return old ? 'changed' : 'added';
  });
  await write(database, ledgerId, [...writes.values()]);
  return puts;
}

const digestOf = (product: NextProduct): Buffer =>
  hash('sha256', JSON.stringify(COLUMNS.map((c) => product[c])), 'buffer');

const JSON_COLUMNS: ReadonlySet<keyof Product> = new Set(['components', 'tax_ids', 'modifier_ids', 'variants']);

const TIMES: ReadonlySet<keyof Product> = new Set(['created_at', 'updated_at']);

async function write(
  database: Database,
  ledgerId: bigint,
  rows: readonly { product: NextProduct; digest: Buffer }[],
): Promise<void> {
  if (rows.length === 0) return;
  const values: unknown[] = [ledgerId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const tuples = rows.map(({ product, digest }) => {
    const own = COLUMNS.map((column) => {
      const value = place(JSON_COLUMNS.has(column) ? JSON.stringify(product[column]) : product[column]);
      return TIMES.has(column) ? `coalesce(${value}::timestamptz, date_trunc('milliseconds', now()))` : value;
    });
    return `($1, ${own.join()}, ${place(digest)})`;
  });
  const columns = [...COLUMNS, 'digest'];
  const replaced = columns.filter((column) => column !== 'created_at');
  // A writer that was quicker with a newer version is not overwritten.
  await database.query(
    `insert into products as p (ledger_id, ${columns.join()}) values ${tuples.join()}
     on conflict (ledger_id, id) do update set ${replaced.map((column) => `${column} = excluded.${column}`).join()}
       where p.updated_at <= excluded.updated_at`,
    values,
  );
}
