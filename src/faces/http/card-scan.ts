/** Refuses requests that hold a card number, anywhere: RELIABILITY and the payment documents want none ever kept. */
import { hasCardNumber, hasLongNumber } from '../card-data.ts';
import { JsonNumber } from './json-number.ts';
import { Problem } from './problem.ts';

/** Throws CARD_DATA_REFUSED for a body with a card number in any text, number or key of it. */
export function refuseCardData(text: string, value: unknown): void {
  // Escapes may hide digits, so that the values have to be looked at where there are any.
  if (!hasLongNumber(text) && !text.includes('\\u')) return;
  const field = fieldWithCard(value, '');
  if (field !== null) throw cardRefused(field);
}

/** Throws CARD_DATA_REFUSED for a header's value that is a card number. */
export function refuseCardHeader(name: string, value: string): void {
  if (hasCardNumber(value)) throw cardRefused(name);
}

// The field is named, its value never: it must not come back in an answer, nor stand in a log.
const cardRefused = (field: string): Problem => new Problem('CARD_DATA_REFUSED', { details: { field } });

/** The path of the first field that holds a card number, as its value or in its name; null where none does. */
function fieldWithCard(value: unknown, path: string): string | null {
  if (typeof value === 'string') return hasCardNumber(value) ? path : null;
  if (typeof value === 'number') return hasCardNumber(String(value)) ? path : null;
  if (value instanceof JsonNumber) return hasCardNumber(value.text) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (hasCardNumber(name)) return path;
    const found = fieldWithCard(part, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
