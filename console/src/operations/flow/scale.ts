/** Amounts on a screen: the only place where they become numbers, because a pixel needs no more. */
import { type Asset, minorUnits } from '../../money/asset.ts';

/** Major units, for a scale. */
export const drawn = (minor: string | number | bigint, { decimals }: Asset): number =>
  Number(minorUnits(minor)) / 10 ** decimals;

/** What share of `most` an amount is, 0 to 100. */
export const share = (minor: bigint, most: bigint): number => (most === 0n ? 0 : Number((minor * 1000n) / most) / 10);

/** Ticks of an axis: 1.5M, 200K. */
export const compact = (locale: string) => {
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  return (value: { valueOf(): number }) => format.format(value.valueOf()).replace('-', '\u2212');
};

export const assetOf = ({
  asset_code: code,
  decimal_places: decimals,
}: {
  asset_code: string;
  decimal_places: number;
}): Asset => ({
  code,
  decimals,
});
