import { type AmountField, readMajor } from '../wire/amounts.ts';
import { invalid } from './problem.ts';

/** The minor units of a field of major units. Throws VALIDATION_ERROR naming `name`. */
export function majorUnits(name: string, value: AmountField, decimalPlaces: number): bigint {
  const read = readMajor(value, decimalPlaces);
  if (!read.ok) throw invalid(name, read.message);
  return read.amount;
}
