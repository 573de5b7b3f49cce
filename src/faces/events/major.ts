import { formatMajor } from '../../ledger/money.ts';
import { JsonNumber } from '../http/json-number.ts';

/** Minor units as a JSON number of major units, exact to the last digit: 1250 with 2 is `12.50`. */
export const majorNumber = (amount: bigint, decimalPlaces: number): JsonNumber =>
  new JsonNumber(formatMajor(amount, decimalPlaces));
