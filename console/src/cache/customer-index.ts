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
      .map((customer) => ({
        customer,
        names: nameKey(customer.name, customer.nickname),
        code: codeKey(customer.code),
        digits: phoneDigits(customer.phone),
        id: joined(customer.id),
      }))
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
    const ranked: CustomerMatch[][] = Array.from({ length: RANKS }, () => []);
    for (const entry of this.#entries) {
      const slip = this.#slipOf(entry.customer.id, query);
      const rank = Math.min(rankOf(entry, query), slip === null ? RANKS : slip.number === query.joined ? EXACT : PART);
      ranked[rank]?.push({ customer: entry.customer, slip: slip?.slip ?? null });
    }
    return ranked.flat().slice(0, limit);
  }

  #slipOf(customer: string, { joined }: Query): SlipEntry | null {
    if (joined.length < LEAST_PART) return null;
    return this.#slips.get(customer)?.find(({ number }) => number.includes(joined)) ?? null;
  }
}

interface Query {
  readonly terms: readonly string[];
  /** As keys have it: every word behind a space. */
  readonly phrase: string;
  readonly joined: string;
  /** Empty unless the text can be a telephone number. */
  readonly digits: string;
}

function queryOf(text: string): Query | null {
  const terms = words(text);
  if (terms.length === 0) return null;
  const looksLikeNumber = /^[-+0-9 ()./]+$/.test(text.normalize('NFKD'));
  return {
    terms,
    phrase: ` ${terms.join(' ')}`,
    joined: terms.join(''),
    digits: looksLikeNumber ? phoneDigits(text) : '',
  };
}

function rankOf({ names, code, digits, id }: Entry, query: Query): number {
  if (id === query.joined || (code !== '' && code.endsWith(` ${query.joined}`)) || isWholeNumber(digits, query)) {
    return EXACT;
  }
  if (names.startsWith(query.phrase) || names.includes(` |${query.phrase}`)) return BEGINS;
  if (query.terms.every((term) => names.includes(` ${term}`) || code.includes(` ${term}`))) return WORDS_BEGIN;
  const isPart = query.terms.every(
    (term) => term.length >= LEAST_PART && (names.includes(term) || code.includes(term)),
  );
  return isPart || isPartOfNumber(digits, query) ? PART : RANKS;
}

/** The same number, where one of the two may lack the country's code. */
const isWholeNumber = (digits: string, query: Query): boolean =>
  query.digits.length >= WHOLE_NUMBER &&
  digits.length >= WHOLE_NUMBER &&
  (digits.endsWith(query.digits) || query.digits.endsWith(digits));

const isPartOfNumber = (digits: string, query: Query): boolean =>
  query.digits.length >= LEAST_PART && digits.includes(query.digits);
