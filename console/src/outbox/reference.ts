/** References that a device gives out on its own: they stand on paper until the service has given the official number. */

/** Neither vowels, which would make words, nor what is easily mistaken for something else. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 4;

/** One of 614,656: what tells the tills of a shop apart, without asking anybody. */
export function newPrefix(random: () => number): string {
  return Array.from({ length: LENGTH }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
}

export const referenceOf = (prefix: string, sequence: number): string =>
  `${prefix}-${String(sequence).padStart(4, '0')}`;

/** A reference without what people leave out or add in typing it. */
export const plainReference = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
