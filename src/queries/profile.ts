/** A customer's personal data, as stored. The names are those of spec/credit-wallet.md, which are also the columns'. */
import { codeKey, emailKey, indexGrams, nameKey, phoneDigits } from './search-text.ts';

export interface Profile {
  /** The customer's id as the books know it: `_id` in the document. */
  readonly id: string;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly phone_number: string | null;
  readonly customer_code: string | null;
  /** `yyyy-mm-dd`. */
  readonly date_of_birth: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly address: string | null;
  readonly country_code: string | null;
  readonly postal_code: string | null;
  readonly note: string | null;
  /** A decimal number as text: a till's points can have fractions. They are not the points of our own books. */
  readonly total_points: string;
  readonly total_visits: bigint;
  /** Minor units of the asset beside it. */
  readonly total_spent: bigint;
  readonly asset_id: number | null;
  readonly first_visit: Date | null;
  readonly last_visit: Date | null;
  readonly loyverse_id: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly deleted_at: Date | null;
  readonly permanent_deletion_at: Date | null;
}

/** What is to be another in a profile. Without `updated_at`, the time of writing is it. */
export type ProfileChange = { readonly id: string } & Partial<Omit<Profile, 'id'>>;

/** A profile in the table: the version tells a writer that read an older one to read again. */
export interface StoredProfile extends Profile {
  readonly version: number;
  /** Whether the customer was erased: everything else is empty, and stays so. */
  readonly erased: boolean;
}

const EMPTY: Omit<Profile, 'id' | 'created_at' | 'updated_at'> = {
  name: null,
  nickname: null,
  email: null,
  phone_number: null,
  customer_code: null,
  date_of_birth: null,
  city: null,
  region: null,
  address: null,
  country_code: null,
  postal_code: null,
  note: null,
  total_points: '0',
  total_visits: 0n,
  total_spent: 0n,
  asset_id: null,
  first_visit: null,
  last_visit: null,
  loyverse_id: null,
  deleted_at: null,
  permanent_deletion_at: null,
};

/** A profile on its way into the table, where a time that is null becomes that of writing. */
export type NextProfile = Omit<Profile, 'created_at' | 'updated_at'> & {
  readonly created_at: Date | null;
  readonly updated_at: Date | null;
};

/**
 * The profile after a change, or null where the change changes nothing: it says what is there already, or is older than
 * what is there.
 */
export function changed(before: Profile | null, change: ProfileChange): NextProfile | null {
  if (!before) return { ...EMPTY, created_at: null, updated_at: null, ...change };
  if (change.updated_at && change.updated_at < before.updated_at) return null;
  const after = { ...before, ...change, id: before.id };
  if (isSame(before, after)) return null;
  return { ...after, updated_at: change.updated_at ?? null };
}

const FIELDS = [...Object.keys(EMPTY), 'created_at', 'updated_at'] as (keyof typeof EMPTY)[];

const comparable = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

const isSame = (a: NextProfile, b: NextProfile): boolean =>
  FIELDS.every((field) => comparable(a[field]) === comparable(b[field]));

/** What search compares of a profile: the columns beside its own. */
export function searchColumns(profile: NextProfile) {
  const name_key = nameKey(profile.name, profile.nickname);
  const email_key = emailKey(profile.email);
  const code_key = codeKey(profile.customer_code);
  const phone_digits = phoneDigits(profile.phone_number);
  return {
    name_key,
    email_key,
    code_key,
    phone_digits,
    grams: indexGrams(name_key, email_key, code_key, phone_digits),
  };
}
