/** The search for customers, as a cashier types it: the beginning of a name, any part of it, a number in any format. */
import type { Database } from './database.ts';
import type { Profile } from './profile.ts';
import { PROFILE_COLUMNS } from './profiles.ts';
import { emailKey, gramsOf, isLong, phoneDigits, words } from './search-text.ts';

export const SEARCH_FIELDS = ['q', 'name', 'phone', 'email', 'code'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

export interface CustomerSearch {
  /** Where to look; `q` is everywhere, ids included. */
  readonly field: SearchField;
  readonly text: string;
}

export interface Page {
  /** At most 50. */
  readonly limit: number;
  /** How many to pass over. */
  readonly offset: number;
}

/**
 * Customers that match, best first: a whole id, code, e-mail or telephone number, then names that begin with the text,
 * then those whose words begin with its words, then the rest. Deleted and erased ones are left out.
 */
export async function searchCustomers(
  database: Database,
  ledgerId: bigint,
  { field, text }: CustomerSearch,
  { limit, offset }: Page,
): Promise<Profile[]> {
  const values: unknown[] = [ledgerId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const matches = [
    ...(field === 'q' ? [byId(text, place)] : []),
    ...byWords(field, text, place),
    ...byPhone(field, text, place),
  ];
  if (matches.length === 0) return [];
  const rank = [...exactly(field, text, place), ...beginning(field, text, place)];
  const { rows } = await database.query<Profile>(
    `select ${PROFILE_COLUMNS} from customer_profiles p
      where ledger_id = $1 and deleted_at is null and not erased and (${matches.join(' or ')})
      order by case ${rank.map((condition, i) => `when ${condition} then ${i}`).join(' ')} else ${rank.length} end,
               name_key, id
      limit ${place(limit)} offset ${place(offset)}`,
    values,
  );
  return rows;
}

type PlaceOf = (value: unknown) => string;

const byId = (text: string, place: PlaceOf): string => {
  const id = place(text.trim());
  return `p.id = ${id} or p.loyverse_id = ${id}`;
};

/** The keys that a field looks into. */
const KEYS: Readonly<Record<SearchField, string | null>> = {
  q: "(p.name_key || p.email_key || p.code_key || ' ' || p.phone_digits)",
  name: 'p.name_key',
  email: 'p.email_key',
  code: 'p.code_key',
  phone: null,
};

/** Every word is there: its beginning, or if it is long enough any part. */
function byWords(field: SearchField, text: string, place: PlaceOf): string[] {
  const key = KEYS[field];
  const terms = words(text);
  if (key === null || terms.length === 0) return [];
  const likes = terms.map((term) => `${key} like ${place(isLong(term) ? `%${term}%` : `% ${term}%`)}`);
  return [`(p.grams @> ${place(terms.flatMap(gramsOf))}::text[] and ${likes.join(' and ')})`];
}

const LEAST_DIGITS = 3;
/** From so many digits on, a number may lack the country's code and still be meant as a whole. */
const WHOLE_NUMBER = 7;

const digitsFor = (field: SearchField, text: string): string => {
  if (field !== 'phone' && !(field === 'q' && /^[-+0-9 ()./]+$/.test(text.normalize('NFKD')))) return '';
  return phoneDigits(text);
};

/** The digits are part of the number; or one of the two is the other with the country's code in front. */
function byPhone(field: SearchField, text: string, place: PlaceOf): string[] {
  const digits = digitsFor(field, text);
  if (digits.length < LEAST_DIGITS) return [];
  const grams = place(gramsOf(digits.slice(-WHOLE_NUMBER)));
  return [
    `(p.grams @> ${grams}::text[] and (p.phone_digits like ${place(`%${digits}%`)} or ${endsAlike(digits, place)}))`,
  ];
}

const endsAlike = (digits: string, place: PlaceOf): string =>
  `(length(p.phone_digits) >= ${WHOLE_NUMBER} and ${place(digits)}::text like '%' || p.phone_digits)`;

/** First who is named by the text itself, then whose number or address it is. */
function exactly(field: SearchField, text: string, place: PlaceOf): string[] {
  const address = emailKey(text);
  const numbers = [
    ...(field === 'q' || field === 'code' ? wholeCode(text, place) : []),
    ...((field === 'q' || field === 'email') && address !== '' ? [`p.email_key = ${place(address)}`] : []),
    ...wholePhone(digitsFor(field, text), place),
  ];
  return [
    ...(field === 'q' ? [`(${byId(text, place)})`] : []),
    ...(numbers.length > 0 ? [`(${numbers.join(' or ')})`] : []),
    ...lastDigits(field, text, place),
  ];
}

function wholePhone(digits: string, place: PlaceOf): string[] {
  return digits.length < WHOLE_NUMBER ? [] : [endsAlike(digits, place), `p.phone_digits like ${place(`%${digits}`)}`];
}

/** The end of a number, zeros in front included. */
const lastDigits = (field: SearchField, text: string, place: PlaceOf): string[] =>
  digitsFor(field, text) === ''
    ? []
    : [`p.phone_digits like ${place(`%${text.normalize('NFKD').replace(/[^0-9]/g, '')}`)}`];

/** The last word of a code's key is the whole code. */
function wholeCode(text: string, place: PlaceOf): string[] {
  const code = words(text).join('');
  return code === '' ? [] : [`p.code_key like ${place(`% ${code}`)}`];
}

/** First the whole text as a beginning, then each of its words as the beginning of some word. */
function beginning(field: SearchField, text: string, place: PlaceOf): string[] {
  const key = KEYS[field];
  const terms = words(text);
  if (key === null || terms.length === 0) return ['false'];
  const own = field === 'q' ? 'p.name_key' : key;
  const phrase = ` ${terms.join(' ')}`;
  return [
    `(${own} like ${place(`${phrase}%`)} or ${own} like ${place(`%|${phrase}%`)})`,
    `(${terms.map((term) => `${key} like ${place(`% ${term}%`)}`).join(' and ')})`,
  ];
}
