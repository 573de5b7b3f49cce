/** What amounts are of: a currency, points, coins. Amounts are bigint minor units everywhere in the console. */
export interface Asset {
  readonly code: string;
  /** How many digits of an amount stand after the point. */
  readonly decimals: number;
}

/** Minor units as the API sends them: text, or a whole number that JSON carries exactly. Throws RangeError for anything else. */
export function minorUnits(given: string | number | bigint): bigint {
  if (typeof given === 'number' && !Number.isSafeInteger(given)) throw new RangeError(`${given} is no exact amount`);
  if (typeof given === 'string' && !/^-?\d+$/.test(given)) throw new RangeError(`${given} is no amount`);
  return BigInt(given);
}

/** A plain decimal number, such as `-70.50`: what inputs and Intl take. */
export function decimalText(minor: bigint, { decimals }: Pick<Asset, 'decimals'>): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
