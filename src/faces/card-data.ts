/**
 * Finds payment card numbers in what comes in: 13 to 19 digits, together or apart by spaces and dashes, that begin as
 * issuers' numbers do and pass the Luhn check. They are refused wherever they stand, so that none is ever kept.
 *
 * What only looks like one is let through: ids (UUIDs and long hexadecimal texts), bank accounts with a valid IBAN,
 * telephone numbers with their plus sign, and digits that are part of a longer word. One in ten of other long numbers
 * passes Luhn by chance: an id that is one should have a letter before it.
 */
import { JsonNumber } from './wire/json-number.ts';

/** Digits as cards are written; anything that may follow a digit without ending the number. */
const GAP = '[ \\u00a0\\u2009\\u202f\\u2010-\\u2015-]{0,2}';
const LONG_NUMBER = new RegExp(`(?:[0-9]${GAP}){12}[0-9]`);
const RUN = new RegExp(`[0-9](?:${GAP}[0-9])*`, 'g');
const LETTER = /[\p{L}\p{N}]/u;

const SHORTEST = 13;
const LONGEST = 19;
/** Of the groups in which cards are written, only the last may be shorter. */
const LEAST_GROUP = 3;

/** How the numbers of cards in use begin: other numbers of this length are times, counters and the like. */
const ISSUED = /^(?:2[2-7]|3[04-9]|4|5|6|8[12]|9792)/;

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const LONG_HEX = /\b(?=[0-9]*[a-f])[0-9a-f]{24,}\b/gi;
const IBAN = /\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;
/** A telephone number has 15 digits at most. */
const TELEPHONE = /\+(?:[0-9][ -]?){7,14}[0-9](?![ -]?[0-9])/g;

/** Whether a text may hold a card number at all: asked of everything, so that the full look is rare. */
const hasLongNumber = (text: string): boolean => LONG_NUMBER.test(text);

/** Whether a card number stands in the text. */
export function hasCardNumber(text: string): boolean {
  if (!hasLongNumber(text)) return false;
  const rest = text
    .replace(UUID, ' x ')
    .replace(LONG_HEX, ' x ')
    .replace(IBAN, (found) => (isIban(found) ? ' x ' : found))
    .replace(TELEPHONE, ' x ');
  for (const { 0: run, index } of rest.matchAll(RUN)) {
    if (run.length < SHORTEST) continue;
    const groups = run.split(/[^0-9]+/);
    // Digits that touch a letter are part of a word.
    if (LETTER.test(rest[index - 1] ?? '')) groups.shift();
    if (LETTER.test(rest[index + run.length] ?? '')) groups.pop();
    if (holdsCard(groups)) return true;
  }
  return false;
}

/**
 * The path of the first field that holds a card number, as its value or in its name; null where none does. `text` is the
 * JSON that the value was read from.
 */
export const fieldWithCard = (text: string, value: unknown): string | null =>
  // Escapes may hide digits, so that the values have to be looked at where there are any.
  hasLongNumber(text) || text.includes('\\u') ? findCard(value, '') : null;

function findCard(value: unknown, path: string): string | null {
  if (typeof value === 'string') return hasCardNumber(value) ? path : null;
  if (typeof value === 'number') return hasCardNumber(String(value)) ? path : null;
  if (value instanceof JsonNumber) return hasCardNumber(value.text) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    if (hasCardNumber(name)) return path;
    const found = findCard(part, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Whether these groups of digits are a card number: all of them, or some in a row, as an expiry date may follow it. */
function holdsCard(groups: readonly string[]): boolean {
  if (groups.length <= LONGEST && isCard(groups.join(''))) return true;
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= LONGEST; last += 1) {
      const group = groups[last] as string;
      digits += group;
      if (isCard(digits)) return true;
      // A list of small numbers has so many parts that one of them would pass by chance.
      if (group.length < LEAST_GROUP) break;
    }
  }
  return false;
}

const isCard = (digits: string): boolean =>
  digits.length >= SHORTEST && digits.length <= LONGEST && ISSUED.test(digits) && passesLuhn(digits);

/** ISO/IEC 7812-1 annex B: from the right, every second digit doubled, all digits add up to a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 0x30;
    const value = place % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 13616: the first four characters moved to the end, letters as numbers from 10, modulo 97 it is 1. */
function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '');
  const moved = plain.slice(4) + plain.slice(0, 4);
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n;
}
