/** Numbers of a record, which are texts here: see record.ts. */
import type { Asset } from '../ledger/asset.ts';
import { parseMajor } from '../ledger/money.ts';
import { FeedProblem, type FeedRecord, textOf } from './record.ts';

const DECIMAL = /^-?(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,10})?$/;

/** A decimal number without the zeros that say nothing: `12.50` is `12.5`. Null where there is none. */
export function decimalOf(record: FeedRecord, name: string): string | null {
  const text = textOf(record, name, 30);
  if (text === null) return null;
  if (!DECIMAL.test(text)) throw new FeedProblem(`${name} is not a number`);
  return plain(text);
}

/** Trailing zeros behind the point say nothing, and `-0` is no number of its own. */
const plain = (text: string): string => {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
};

/** A whole number of zero or more. */
export function countOf(record: FeedRecord, name: string): bigint {
  const text = decimalOf(record, name) ?? '0';
  if (!/^[0-9]{1,12}$/.test(text)) throw new FeedProblem(`${name} is not a whole number of zero or more`);
  return BigInt(text);
}

/** Minor units of a sum in major units, which may also be zero, or below it. Null where there is none. */
export function moneyOf(record: FeedRecord, name: string, asset: Asset): bigint | null {
  const text = decimalOf(record, name);
  if (text === null || text === '0') return text === null ? null : 0n;
  const parsed = parseMajor(text.replace('-', ''), asset.decimalPlaces);
  if (parsed.ok) return text.startsWith('-') ? -parsed.amount : parsed.amount;
  const what =
    parsed.problem === 'too_many_decimals'
      ? `has more decimals than ${asset.code}`
      : `is more than an amount of ${asset.code} can be`;
  throw new FeedProblem(`${name} ${what}`);
}
