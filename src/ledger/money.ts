/**
 * The only place that turns text into amounts and amounts into text. An amount is a bigint of minor units;
 * which asset it counts stands beside it. No float is involved at any point.
 */

/** The largest amount of one entry, in minor units. */
export const MAX_AMOUNT = 1_000_000_000_000n;

/** The largest balance of an account either side of zero; below 2^53, so that a JSON number holds it exactly. */
export const MAX_BALANCE = 9_000_000_000_000_000n;

export type AmountProblem = 'not_a_number' | 'too_many_decimals' | 'not_positive' | 'too_large';

export type ParsedAmount =
  | { readonly ok: true; readonly amount: bigint }
  | { readonly ok: false; readonly problem: AmountProblem };

const WHOLE = /^-?(?:0|[1-9][0-9]{0,29})$/;
const DECIMAL = /^-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?$/;

const problem = (problem: AmountProblem): ParsedAmount => ({ ok: false, problem });

function bounded(amount: bigint): ParsedAmount {
  if (amount <= 0n) return problem('not_positive');
  if (amount > MAX_AMOUNT) return problem('too_large');
  return { ok: true, amount };
}

/**
 * Reads a positive amount written in minor units, such as `10000`. An exponent, a fraction, a leading
 * zero or a plus sign is not a number here.
 */
export function parseMinor(text: string): ParsedAmount {
  if (/^-?[0-9]{31,}$/.test(text)) return problem('too_large');
  if (!WHOLE.test(text)) return problem(DECIMAL.test(text) ? 'too_many_decimals' : 'not_a_number');
  return bounded(BigInt(text));
}

/** Reads a positive amount written in major units, such as `12.5`, with at most `decimalPlaces` digits behind the point. */
export function parseMajor(text: string, decimalPlaces: number): ParsedAmount {
  if (/^-?[0-9]{31,}/.test(text)) return problem('too_large');
  if (!DECIMAL.test(text)) return problem('not_a_number');
  const [whole = '', fraction = ''] = text.split('.');
  if (fraction.length > decimalPlaces) return problem('too_many_decimals');
  return bounded(BigInt(whole + fraction.padEnd(decimalPlaces, '0')));
}

/** Writes minor units as major units with exactly `decimalPlaces` digits behind the point: 1250 with 2 is `12.50`. */
export function formatMajor(amount: bigint, decimalPlaces: number): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimalPlaces + 1, '0');
  const point = digits.length - decimalPlaces;
  return sign + digits.slice(0, point) + (decimalPlaces > 0 ? `.${digits.slice(point)}` : '');
}
