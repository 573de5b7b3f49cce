/** Adding an asset, whichever face it comes through. */
import { answered } from '../engine/failure.ts';
import type { Caller, Engine } from '../engine/submission.ts';
import type { Asset } from '../ledger/asset.ts';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import { addAsset, type NewAsset } from '../queries/assets.ts';
import type { Database } from '../queries/database.ts';
import { assetCreate } from '../wallet/asset.ts';

export interface AssetRooms {
  readonly engine: Engine;
  readonly database: Database;
  readonly assets: AssetRegistry;
}

/**
 * Adds the asset unless it is there, and its audit line unless that is. Gives what the code then stands for, and whether
 * that is what was asked for. Throws Unavailable and Unanswered; asked again, it finishes what is missing.
 */
export async function createAsset(
  { engine, database, assets }: AssetRooms,
  wanted: NewAsset,
  ledgerId: bigint,
  caller: Caller,
): Promise<{ readonly asset: Asset; readonly added: boolean; readonly same: boolean }> {
  const { asset, added } = await answered(addAsset(database, wanted));
  await answered(assets.refresh());
  const same = asset.name === wanted.name && asset.decimalPlaces === wanted.decimalPlaces;
  if (same) {
    const { code, name, decimalPlaces } = asset;
    const key = { scope: 'ledger', value: `assetCreate:${code}` } as const;
    const input = { code, name, decimalPlaces };
    await engine.submit({ ledgerId, operation: assetCreate, input, caller, key, occurredAt: null });
  }
  return { asset, added, same };
}
