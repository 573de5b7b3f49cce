/** Refuses requests that hold a card number, anywhere: RELIABILITY and the payment documents want none ever kept. */
import { fieldWithCard, hasCardNumber } from '../card-data.ts';
import { Problem } from './problem.ts';

/** Throws CARD_DATA_REFUSED for a body with a card number in any text, number or key of it. */
export function refuseCardData(text: string, value: unknown): void {
  const field = fieldWithCard(text, value);
  if (field !== null) throw cardRefused(field);
}

/** Throws CARD_DATA_REFUSED for a header's value that is a card number. */
export function refuseCardHeader(name: string, value: string): void {
  if (hasCardNumber(value)) throw cardRefused(name);
}

// The field is named, its value never: it must not come back in an answer, nor stand in a log.
const cardRefused = (field: string): Problem => new Problem('CARD_DATA_REFUSED', { details: { field } });
