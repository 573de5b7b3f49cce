/** Exact decimal numbers in answers. */
import Type from 'typebox';
import { formatMajor } from '../../ledger/money.ts';
import { JsonNumber } from './json-number.ts';
import { documented } from './openapi-schema.ts';

/** A number of which every digit counts. */
export const exactNumber = (description: string) =>
  Type.Unsafe<JsonNumber>(documented({}, { type: 'number', description }));

/** Major units as the shortest decimal number: 700050 with 2 places is 7000.5. */
export function majorOut(amount: bigint, decimalPlaces: number): JsonNumber {
  const text = formatMajor(amount, decimalPlaces);
  return new JsonNumber(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}
