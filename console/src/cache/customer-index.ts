/**
 * The search over all customers of a shop, in memory. Names are folded as the service folds them, so that both find the
 * same. Five thousand short texts are compared faster than a screen is drawn: there is nothing to gain from a cleverer index.
 */
import { codeKey, nameKey, phoneDigits, words } from '../../../src/queries/search-text.ts';
import type { CachedCustomer, OpenSlip } from './records.ts';

export interface CustomerMatch {
  readonly customer: CachedCustomer;
  /** The slip that was meant, where the text is part of its number. */
  readonly slip: OpenSlip | null;
}

interface Entry {
  readonly customer: CachedCustomer;
  readonly names: string;
  readonly code: string;
  /** Names and code, each word behind a space. */
  readonly text: string;
  readonly digits: string;
  readonly id: string;
}

interface SlipEntry {
  readonly slip: OpenSlip;
  /** Letters and digits alone. */
  readonly number: string;
}

/** How good a match is: the smaller, the better. */
const EXACT = 0;
const BEGINS = 1;
const WORDS_BEGIN = 2;
const PART = 3;
const RANKS = 4;

const LEAST_PART = 3;
/** From so many digits on, a number may lack the country's code and still be meant as a whole. */
const WHOLE_NUMBER = 7;

const joined = (text: string): string => words(text).join('');
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export class CustomerIndex {
  readonly #entries: readonly Entry[];
  readonly #slips = new Map<string, readonly SlipEntry[]>();

  constructor(customers: Iterable<CachedCustomer>) {
    this.#entries = [...customers]
      .map((customer) => {
        const names = nameKey(customer.name, customer.nickname);
        const code = codeKey(customer.code);
        const digits = phoneDigits(customer.phone);
        return { customer, names, code, text: `${names}${code}`, digits, id: joined(customer.id) };
      })
      .sort((a, b) => byText(a.names, b.names) || byText(a.customer.id, b.customer.id));
  }

  /** Replaces what is known of a customer's open slips. */
  setSlips(customer: string, slips: readonly OpenSlip[]): void {
    if (slips.length === 0) this.#slips.delete(customer);
    else
      this.#slips.set(
        customer,
        slips.map((slip) => ({ slip, number: joined(slip.number) })),
      );
  }

  /** At most `limit` customers, best first and always in the same order; none for a text without letters and digits. */
  search(text: string, limit: number): CustomerMatch[] {
    const query = queryOf(text);
    if (query === null) return [];
    const slips = this.#slipsMeant(query);
    const ranked: CustomerMatch[][] = Array.from({ length: RANKS }, () => []);
    for (const entry of this.#entries) {
      const slip = slips.get(entry.customer.id);
      const rank = Math.min(
        rankOf(entry, query),
        slip === undefined ? RANKS : slip.number === query.joined ? EXACT : PART,
      );
      const equals = ranked[rank];
      if (equals !== undefined && equals.length < limit)
        equals.push({ customer: entry.customer, slip: slip?.slip ?? null });
    }
    return ranked.flat().slice(0, limit);
  }

  /** By customer, the first slip that has the text in its number. */
  #slipsMeant({ joined }: Query): ReadonlyMap<string, SlipEntry> {
    const meant = new Map<string, SlipEntry>();
    if (joined.length < LEAST_PART) return meant;
    for (const [customer, slips] of this.#slips) {
      const slip = slips.find(({ number }) => number.includes(joined));
      if (slip !== undefined) meant.set(customer, slip);
    }
    return meant;
  }
}

/** Made once for all customers: to put texts together for each of them took longer than to compare them. */
interface Query {
  readonly terms: readonly string[];
  /** As keys have them: every word behind a space. */
  readonly words: readonly string[];
  readonly phrase: string;
  /** As a nickname that begins with it stands in a key: behind the bar. */
  readonly nickname: string;
  readonly joined: string;
  /** As a whole code stands at the end of a key. */
  readonly code: string;
  /** Whether each word is long enough to be looked for within others. */
  readonly canBePart: boolean;
  /** Empty unless the text can be a telephone number. */
  readonly digits: string;
}

function queryOf(text: string): Query | null {
  const terms = words(text);
  if (terms.length === 0) return null;
  const looksLikeNumber = /^[-+0-9 ()./]+$/.test(text.normalize('NFKD'));
  const phrase = ` ${terms.join(' ')}`;
  const joined = terms.join('');
  return {
    terms,
    words: terms.map((term) => ` ${term}`),
    phrase,
    nickname: ` |${phrase}`,
    joined,
    code: ` ${joined}`,
    canBePart: terms.every(({ length }) => length >= LEAST_PART),
    digits: looksLikeNumber ? phoneDigits(text) : '',
  };
}

function rankOf({ names, code, text, digits, id }: Entry, query: Query): number {
  if (id === query.joined || code.endsWith(query.code) || isWholeNumber(digits, query)) return EXACT;
  // Most customers are not meant, and the first word tells.
  if (query.terms.every((term) => text.includes(term))) {
    if (names.startsWith(query.phrase) || names.includes(query.nickname)) return BEGINS;
    if (query.words.every((word) => text.includes(word))) return WORDS_BEGIN;
    if (query.canBePart) return PART;
  }
  return isPartOfNumber(digits, query) ? PART : RANKS;
}

/** The same number, where one of the two may lack the country's code. */
const isWholeNumber = (digits: string, query: Query): boolean =>
  query.digits.length >= WHOLE_NUMBER &&
  digits.length >= WHOLE_NUMBER &&
  (digits.endsWith(query.digits) || query.digits.endsWith(digits));

const isPartOfNumber = (digits: string, query: Query): boolean =>
  query.digits.length >= LEAST_PART && digits.includes(query.digits);
