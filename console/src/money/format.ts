import { type Asset, decimalText } from './asset.ts';

/** The pieces of a written amount, in reading order. */
export interface WrittenAmount {
  /** U+2212 or nothing: a hyphen is no minus. */
  readonly sign: '' | '\u2212' | '+';
  /** `TSh`, or the code of what is no currency. */
  readonly currency: string;
  /** Digits with their separators, without sign. */
  readonly digits: string;
}

export interface FormatOptions {
  /** `always` writes a plus before what is above zero. */
  readonly signs?: 'negative' | 'always';
  /** In a column all decimals are written, so that the points stand below each other. */
  readonly decimals?: 'short' | 'all';
}

const MINUS = '\u2212';
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, { code, decimals }: Asset, all: boolean): Intl.NumberFormat {
  const key = `${locale} ${code} ${decimals} ${all}`;
  const known = formatters.get(key);
  if (known) return known;
  const isCurrency = /^[A-Z]{3}$/.test(code);
  const made = new Intl.NumberFormat(locale, {
    ...(isCurrency && { style: 'currency', currency: code }),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    trailingZeroDisplay: all ? 'auto' : 'stripIfInteger',
  });
  formatters.set(key, made);
  return made;
}

/** The amount in the locale's digits and symbols; the currency apart, as it is shown muted and always before. */
export function writeAmount(minor: bigint, asset: Asset, locale: string, options: FormatOptions = {}): WrittenAmount {
  const size = decimalText(minor < 0n ? -minor : minor, asset) as Intl.StringNumericLiteral;
  const parts = formatter(locale, asset, options.decimals === 'all').formatToParts(size);
  const currency = parts.find(({ type }) => type === 'currency')?.value ?? asset.code;
  const digits = parts
    .filter(({ type }) => type === 'integer' || type === 'group' || type === 'decimal' || type === 'fraction')
    .map(({ value }) => value)
    .join('');
  const sign = minor < 0n ? MINUS : options.signs === 'always' && minor > 0n ? '+' : '';
  return { sign, currency, digits };
}

/** The amount in one text, such as `TSh −7,000`: for labels, titles and announcements. */
export function formatAmount(minor: bigint, asset: Asset, locale: string, options: FormatOptions = {}): string {
  const { sign, currency, digits } = writeAmount(minor, asset, locale, options);
  return `${currency}\u00a0${sign}${digits}`;
}
