/** Amounts that come in and go out: from the letters of a document to bigint, and back. */
import Type from 'typebox';
import { MAX_DECIMAL_PLACES } from '../../ledger/asset.ts';
import { type AmountProblem, MAX_AMOUNT, MAX_BALANCE, parseMajor, parseMinor } from '../../ledger/money.ts';
import { JsonNumber, numberText } from './json-number.ts';
import { documented } from './openapi-schema.ts';

/** An amount as the parser left it; `minorUnits` and `readMajor` make money of it. */
export type AmountField = number | JsonNumber;

const MINOR: Record<AmountProblem, string> = {
  not_a_number: 'must be a number, not a text',
  too_many_decimals: 'must be a whole number of minor units',
  not_positive: 'must be greater than 0',
  too_large: `must be at most ${MAX_AMOUNT}`,
};

const MAJOR: Record<AmountProblem, string> = {
  ...MINOR,
  too_many_decimals: 'has more decimal digits than the asset',
  too_large: `must be at most ${MAX_AMOUNT} minor units of the asset`,
};

function problemOf(value: unknown, parse: typeof parseMinor): AmountProblem | null {
  const text = numberText(value);
  if (text === null) return 'not_a_number';
  const parsed = parse(text);
  return parsed.ok ? null : parsed.problem;
}

const field = (parse: typeof parseMinor, messages: Record<AmountProblem, string>, schema: object) =>
  Type.Unsafe<AmountField>(
    Type.Refine(
      documented({}, schema),
      (value) => problemOf(value, parse) === null,
      (value) => messages[problemOf(value, parse) ?? 'not_a_number'],
    ),
  );

/** A field that holds a positive whole number of minor units. */
export const minorAmount = field(parseMinor, MINOR, {
  type: 'integer',
  format: 'int64',
  minimum: 1,
  maximum: Number(MAX_AMOUNT),
  description: 'Minor units of the asset',
});

// As if the asset had as many decimals as the text: whether it has, is found out by `readMajor`.
const anyMajor: typeof parseMinor = (text) =>
  parseMajor(text, Math.min(text.split('.', 2)[1]?.length ?? 0, MAX_DECIMAL_PLACES));

/** A field that holds a positive number of major units; how many decimals it may have, only the asset can tell. */
export const majorAmount = field(anyMajor, MAJOR, {
  type: 'number',
  exclusiveMinimum: 0,
  description: 'Major units of the asset, with at most its decimal digits',
});

/** The minor units of a field that `minorAmount` has checked. */
export function minorUnits(value: AmountField): bigint {
  const parsed = parseMinor(numberText(value) ?? '');
  if (!parsed.ok) throw new Error('an amount was used before it was checked');
  return parsed.amount;
}

/** The minor units of a field of major units, or what is wrong with it for an asset of so many decimals. */
export function readMajor(
  value: AmountField,
  decimalPlaces: number,
): { readonly ok: true; readonly amount: bigint } | { readonly ok: false; readonly message: string } {
  const parsed = parseMajor(numberText(value) ?? '', decimalPlaces);
  return parsed.ok ? parsed : { ok: false, message: MAJOR[parsed.problem] };
}

/** An amount in an answer: a bigint inside, a whole JSON number outside. */
export const amountOut = Type.Unsafe<bigint>(Type.Integer({ minimum: 1, maximum: Number(MAX_AMOUNT) }));

export const balanceOut = Type.Unsafe<bigint>(
  Type.Integer({ minimum: -Number(MAX_BALANCE), maximum: Number(MAX_BALANCE) }),
);

/** An amount in an answer, or null where there is none; written by `amountOrNull`. */
export const amountOrNullOut = (description: string) =>
  Type.Unsafe<JsonNumber | null>(
    documented({}, { type: ['integer', 'null'], minimum: 0, maximum: Number(MAX_BALANCE), description }),
  );

export const amountOrNull = (amount: bigint | null): JsonNumber | null =>
  amount === null ? null : new JsonNumber(amount.toString());
