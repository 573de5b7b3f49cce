/** A customer as a till or a file has it: Loyverse's own shape, or that of spec/credit-wallet.md. */
import type { Asset } from '../ledger/asset.ts';
import type { ProfileChange } from '../queries/profile.ts';
import { countOf, decimalOf, moneyOf } from './number.ts';
import { customerId, dayOf, FeedProblem, type FeedRecord, mentions, textOf, timeOf } from './record.ts';

/** The texts of a profile, each with the most characters it may have. */
export const TEXT_LENGTHS = {
  name: 200,
  nickname: 100,
  email: 254,
  phone_number: 50,
  customer_code: 100,
  city: 100,
  region: 100,
  address: 300,
  country_code: 10,
  postal_code: 20,
  note: 2000,
} as const;

const TEXTS = Object.keys(TEXT_LENGTHS) as (keyof typeof TEXT_LENGTHS)[];
const TIMES = ['first_visit', 'last_visit', 'deleted_at', 'permanent_deletion_at'] as const;

/**
 * What a record says of a customer; fields that it does not mention stay as they are. `asset` is what `total_spent` is
 * in, as major units. Throws FeedProblem.
 */
export function readCustomer(record: FeedRecord, asset: Asset): ProfileChange {
  const created = timeOf(record, 'created_at');
  const updated = timeOf(record, 'updated_at');
  const has = (name: string) => mentions(record, name);
  return {
    ...identityOf(record),
    ...Object.fromEntries(TEXTS.filter(has).map((name) => [name, textOf(record, name, TEXT_LENGTHS[name])])),
    ...Object.fromEntries(TIMES.filter(has).map((name) => [name, timeOf(record, name)])),
    ...(has('date_of_birth') && { date_of_birth: dayOf(record, 'date_of_birth') }),
    ...(has('total_points') && { total_points: pointsOf(record) }),
    ...(has('total_visits') && { total_visits: countOf(record, 'total_visits') }),
    ...(has('total_spent') && { total_spent: moneyOf(record, 'total_spent', asset) ?? 0n, asset_id: asset.id }),
    ...(created && { created_at: created }),
    ...(updated && { updated_at: updated }),
  };
}

/** In the document's shape `_id` is our id, and `id` Loyverse's; a record without `_id` has but one. */
function identityOf(record: FeedRecord): Pick<ProfileChange, 'id' | 'loyverse_id'> {
  const ours = ['_id', 'customer_id'].find((name) => mentions(record, name));
  const given = textOf(record, 'loyverse_id', 100);
  if (ours === undefined) return { id: customerId(record, 'id'), ...(given !== null && { loyverse_id: given }) };
  const loyverse = given ?? textOf(record, 'id', 100);
  return { id: customerId(record, ours), ...(loyverse !== null && { loyverse_id: loyverse }) };
}

const MOST_DECIMALS = 4;

function pointsOf(record: FeedRecord): string {
  const points = decimalOf(record, 'total_points') ?? '0';
  const decimals = points.split('.')[1] ?? '';
  if (decimals.length > MOST_DECIMALS) throw new FeedProblem(`total_points has more than ${MOST_DECIMALS} decimals`);
  return points;
}
