import { type Asset, minorUnits } from '../../money/asset.ts';
import { assetOf, type Entry } from './queries.ts';

export interface Total {
  readonly asset: Asset;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** What the entries come to, each currency for itself. */
export function totalsOf(entries: readonly Entry[]): Total[] {
  const sum = (own: readonly Entry[], direction: string) =>
    own.filter((entry) => entry.direction === direction).reduce((total, { amount }) => total + minorUnits(amount), 0n);
  return [...Map.groupBy(entries, ({ asset_code }) => asset_code).values()].map((own) => ({
    asset: assetOf(own[0] as Entry),
    debit: sum(own, 'DEBIT'),
    credit: sum(own, 'CREDIT'),
  }));
}
