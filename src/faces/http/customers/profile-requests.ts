/** What adding and changing a profile comes to. */
import { v7 as uuidv7 } from 'uuid';
import type { IdempotencyKey } from '../../../engine/submission.ts';
import type { Change, ChangeMaker } from '../../../queries/changes.ts';
import type { Database } from '../../../queries/database.ts';
import type { Profile, ProfileChange } from '../../../queries/profile.ts';
import { profileById, putProfiles } from '../../../queries/profiles.ts';
import { keyHash } from '../../../wallet/key.ts';
import type { Principal } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import type { CreateBody } from './schema.ts';

/**
 * Adds a customer, or finds them there with just these particulars. Without an id, the caller's key makes it, so that the
 * same request finds what it made. Throws CUSTOMER_EXISTS and DUPLICATE_IDEMPOTENCY_KEY.
 */
export async function createCustomer(
  database: Database,
  { ledgerId, subject }: Principal,
  { customer_id, ...particulars }: CreateBody,
  key: IdempotencyKey | null,
  maker: ChangeMaker,
): Promise<{ readonly profile: Profile; readonly added: boolean }> {
  const fresh = uuidv7();
  const id = customer_id ?? (key ? keyHash(key, { id: fresh, operation: 'customerCreate', subject }) : fresh);
  const change = checked({ id, ...particulars });
  const [put] = await putProfiles(database, ledgerId, [change], 'add', lineOf(maker, 'customerCreate', change));
  const profile = put?.done === 'added' || put?.done === 'exists' ? await profileById(database, ledgerId, id) : null;
  if (profile && (put?.done === 'added' || hasAll(profile, change))) return { profile, added: put?.done === 'added' };
  if (customer_id === undefined && put?.done !== 'taken')
    throw new Problem('DUPLICATE_IDEMPOTENCY_KEY', { details: { key: key?.value ?? '' } });
  throw exists(id, put?.done === 'taken' ? 'loyverse_id' : 'customer_id');
}

/** The names of the fields alone: what stands in them can be erased, the line cannot. */
const lineOf = (maker: ChangeMaker, operation: string, { id, ...particulars }: ProfileChange): Change => ({
  ...maker,
  operation,
  object: id,
  customer: id,
  data: { fields: Object.keys(particulars).sort() },
});

const hasAll = (profile: Profile, change: ProfileChange): boolean =>
  (Object.keys(change) as (keyof Profile)[]).every((field) => profile[field] === change[field]);

/** Throws CUSTOMER_ACCOUNT_NOT_FOUND, and CUSTOMER_EXISTS for a Loyverse id that is another customer's. */
export async function changeCustomer(
  database: Database,
  ledgerId: bigint,
  change: ProfileChange,
  maker: ChangeMaker,
): Promise<Profile> {
  const [put] = await putProfiles(
    database,
    ledgerId,
    [checked(change)],
    'change',
    lineOf(maker, 'customerChange', change),
  );
  if (put?.done === 'taken') throw exists(change.id, 'loyverse_id');
  const profile = put?.profile ? await profileById(database, ledgerId, change.id) : null;
  if (!profile) throw new Problem('CUSTOMER_ACCOUNT_NOT_FOUND', { details: { customer_id: change.id } });
  return profile;
}

/** Throws VALIDATION_ERROR for a day that the calendar does not have. */
function checked(change: ProfileChange): ProfileChange {
  const day = change.date_of_birth;
  if (typeof day === 'string' && !new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) {
    throw invalid('date_of_birth', 'must be a day, yyyy-mm-dd');
  }
  return change;
}

const exists = (customer: string, field: string): Problem =>
  new Problem('CUSTOMER_EXISTS', { details: { customer_id: customer, field } });
