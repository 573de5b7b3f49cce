import { answered } from '../../../engine/failure.ts';
import type { Asset } from '../../../ledger/asset.ts';
import type { AssetRegistry } from '../../../queries/asset-registry.ts';
import { Problem } from '../problem.ts';

/** The asset with this code. Throws ASSET_NOT_FOUND. */
export async function assetOf(assets: AssetRegistry, code: string): Promise<Asset> {
  const asset = assets.get(code) ?? (await answered(assets.find(code)));
  if (!asset) throw new Problem('ASSET_NOT_FOUND', { details: { asset: code } });
  return asset;
}

/** Each row with its asset. Another instance may have added one a moment ago: then all are read again. */
export async function withAssets<Row extends { readonly assetId: number }, T>(
  assets: AssetRegistry,
  rows: readonly Row[],
  present: (row: Row, asset: Asset) => T,
): Promise<T[]> {
  const known = new Set(assets.all().map(({ id }) => id));
  if (rows.some(({ assetId }) => !known.has(assetId))) await answered(assets.refresh());
  return rows.map((row) => present(row, assets.byId(row.assetId)));
}
