import { type Asset, decimalText, minorUnits } from '../../money/asset.ts';
import { formatAmount } from '../../money/format.ts';
import { LOCALES, useLanguage } from '../../words/store.ts';
import type { TwinCell } from './twin.ts';

/** Gives a cell for amounts of this asset. */
export function useAmountCell(asset: Asset): (minor: string | number | bigint) => TwinCell {
  const locale = LOCALES[useLanguage()];
  return (given) => {
    const minor = minorUnits(given);
    return { shown: formatAmount(minor, asset, locale), plain: decimalText(minor, asset) };
  };
}
