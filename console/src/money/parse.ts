/**
 * Amounts as people type them at a till: `7000`, `7,000.50`, and sums such as `5000+2500` or `3*1200`. Everything is exact: digits
 * become bigint, never a float.
 */
import type { Asset } from './asset.ts';

export type AmountProblem = 'empty' | 'notAnAmount' | 'tooPrecise' | 'tooLarge' | 'negative';

export type ParsedAmount =
  | { readonly minor: bigint; readonly problem?: undefined }
  | { readonly minor?: undefined; readonly problem: AmountProblem };

/** The most that the service takes in one amount. */
export const MOST_MINOR = 1_000_000_000_000n;

const TOKEN = /\s*(?:(\d[\d,\u00a0\u202f ]*(?:\.\d*)?|\.\d+)|([+\-\u2212*\u00d7xX]))\s*/y;
const GROUPED = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:[\u00a0\u202f ]\d{3})+$|^\d+$/;
const LONGEST = 100;

/** A decimal number: `units` divided by ten to the power of `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

type Sign = '+' | '-' | '*';
const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-',
  '*': '*',
  '\u00d7': '*',
  x: '*',
  X: '*',
};

/** Minor units of the asset, or why there are none. Times goes before plus and minus; a result below zero is refused. */
export function parseAmount(typed: string, { decimals }: Pick<Asset, 'decimals'>): ParsedAmount {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  const result = text.length > LONGEST ? null : calculate(text);
  if (result === null) return { problem: 'notAnAmount' };
  const exact = rescale(result, decimals);
  if (exact === null) return { problem: 'tooPrecise' };
  if (exact < 0n) return { problem: 'negative' };
  return exact > MOST_MINOR ? { problem: 'tooLarge' } : { minor: exact };
}

/** Whether there is anything to work out: a field then shows what it comes to. */
export const isCalculation = (typed: string): boolean => /\d\s*[+\-\u2212*\u00d7xX]\s*[\d.]/.test(typed);

function calculate(text: string): Decimal | null {
  let total: Decimal = { units: 0n, scale: 0 };
  let product: Decimal | null = null;
  let sign: Sign = '+';
  let expectsNumber = true;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, digits, operator] = TOKEN.exec(text) ?? [];
    if (expectsNumber) {
      const number = digits === undefined ? null : readDecimal(digits.trimEnd());
      if (number === null) return null;
      if (sign === '*' && product) product = times(product, number);
      else product = sign === '-' ? { units: -number.units, scale: number.scale } : number;
    } else {
      const next = operator === undefined ? undefined : SIGNS[operator];
      if (next === undefined || product === null) return null;
      if (next !== '*') {
        total = plus(total, product);
        product = null;
      }
      sign = next;
    }
    expectsNumber = !expectsNumber;
  }
  return expectsNumber || product === null ? null : plus(total, product);
}

function readDecimal(digits: string): Decimal | null {
  const [whole = '', fraction = ''] = digits.split('.');
  if (whole !== '' && !GROUPED.test(whole)) return null;
  if (whole === '' && fraction === '') return null;
  return { units: BigInt(whole.replaceAll(/\D/g, '') + fraction || '0'), scale: fraction.length };
}

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * tenTo(scale - a.scale) + b.units * tenTo(scale - b.scale), scale };
}

const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });
const tenTo = (power: number): bigint => 10n ** BigInt(power);

/** The same number in other units; null where digits would be lost. */
function rescale({ units, scale }: Decimal, to: number): bigint | null {
  if (scale <= to) return units * tenTo(to - scale);
  const divisor = tenTo(scale - to);
  return units % divisor === 0n ? units / divisor : null;
}
