/**
 * What search compares. Names are folded to words of plain lower-case letters, so that `Jose` finds `José`; telephone
 * numbers to the digits that are the same however they are written. PostgreSQL only ever compares what was made here.
 */

/** Letters that Unicode does not take apart, as people type them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};

/** The words of a text, without accents, capitals and punctuation: `O'Brien-Łuć` is `obrien`, `luc`. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðħıłþ]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Each word behind a space, so that a word's beginning can be told from its inside. */
const spaced = (list: readonly string[]): string => list.map((word) => ` ${word}`).join('');

/** Name and nickname, parted by a bar that no word can hold. */
export const nameKey = (name: string | null, nickname: string | null): string =>
  [name, nickname]
    .map((text) => spaced(words(text ?? '')))
    .filter((key) => key !== '')
    .join(' |');

export const emailKey = (email: string | null): string => spaced(words(email ?? ''));

/** A code's words, and behind them all in one: `CUST-001` is also found as `cust001`. */
export function codeKey(code: string | null): string {
  const list = words(code ?? '');
  return spaced(list.length > 1 ? [...list, list.join('')] : list);
}

/**
 * The digits of a telephone number that do not depend on how it is written: `+255 (0)700 000`, `00255700000` and
 * `255700000` are one. With and without the country's code, one is the end of the other.
 */
export const phoneDigits = (phone: string | null): string =>
  (phone ?? '')
    .normalize('NFKD')
    .replace('(0)', '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '');

const GRAM = 3;

/** What has to be in the index of a text that holds this word: its beginning where it is short, else any part of it. */
export function gramsOf(term: string): string[] {
  const letters = [...term];
  if (letters.length < GRAM) return [letters.join('').padStart(term.length + GRAM - letters.length)];
  return runs(letters);
}

/** The grams of whole keys: those of every word, and of its beginning behind blanks. */
export function indexGrams(...keys: readonly string[]): string[] {
  const grams = new Set<string>();
  for (const key of keys) {
    for (const word of key.split(/[ |]+/)) {
      if (word === '') continue;
      for (const gram of runs([...'  ', ...word])) grams.add(gram);
    }
  }
  return [...grams].sort();
}

const runs = (letters: readonly string[]): string[] =>
  letters.slice(0, 1 - GRAM).map((_, at) => letters.slice(at, at + GRAM).join(''));

/** Whether a word is long enough to be looked for inside of others. */
export const isLong = (term: string): boolean => [...term].length >= GRAM;
