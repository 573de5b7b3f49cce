/** What one store sells, as a cashier looks for it. */
import { words } from '../../../../src/queries/search-text.ts';
import type { CachedProduct, CachedVariant, Catalogue } from '../../cache/records.ts';

export interface Goods {
  /** The variant's id: what a slip's line names. */
  readonly id: string;
  readonly name: string;
  /** What it costs in this store; null where the till asks. */
  readonly price: bigint | null;
  readonly codes: readonly string[];
}

/** A tile: a product with what of it this store has. */
export interface Tile {
  readonly id: string;
  readonly name: string;
  readonly color: string | null;
  readonly goods: readonly Goods[];
}

/** What can be sold in a store, by name; what it does not have is not there. */
export function tilesOf(catalogue: Catalogue | null, store: string): Tile[] {
  return (catalogue?.products ?? [])
    .map((product) => ({
      id: product.id,
      name: product.name,
      color: product.color,
      goods: product.variants.flatMap((variant) => soldIn(product, variant, store)),
    }))
    .filter(({ goods }) => goods.length > 0);
}

function soldIn(product: CachedProduct, variant: CachedVariant, store: string): Goods[] {
  const here = variant.stores.find((one) => one.store === store);
  // Where no store is named, every store has it.
  if (here ? !here.available : variant.stores.length > 0) return [];
  return [
    {
      id: variant.id,
      name: variant.name === '' ? product.name : `${product.name} · ${variant.name}`,
      price: here ? here.price : variant.price,
      codes: [variant.sku, variant.barcode].filter((code) => code !== null),
    },
  ];
}

/** Tiles that have all the words of a text, one for each variant. */
export function searchTiles(tiles: readonly Tile[], text: string): Tile[] {
  const terms = words(text);
  if (terms.length === 0) return [...tiles];
  return tiles.flatMap((tile) =>
    tile.goods
      .filter(({ name, codes }) => {
        const key = [name, ...codes].flatMap(words);
        return terms.every((term) => key.some((word) => word.startsWith(term)));
      })
      .map((goods) => ({ ...tile, id: goods.id, name: goods.name, goods: [goods] })),
  );
}

/** The goods with exactly this code on them. */
export function byCode(tiles: readonly Tile[], code: string): Goods | null {
  const wanted = code.trim().toLowerCase();
  const all = tiles.flatMap(({ goods }) => goods);
  return all.find(({ codes }) => codes.some((one) => one.toLowerCase() === wanted)) ?? null;
}
