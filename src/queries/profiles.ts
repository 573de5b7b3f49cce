/** The table of personal data: reads and writes of whole profiles, and their erasure. It is not part of the books. */
import { createHash } from 'node:crypto';
import type { Change } from './changes.ts';
import type { Database } from './database.ts';
import { changed, type NextProfile, type Profile, type ProfileChange, type StoredProfile } from './profile.ts';
import { type VersionedProfile, writeProfiles } from './profile-write.ts';

/** The columns of a `Profile`, for a select from `customer_profiles`. */
export const PROFILE_COLUMNS = `
  id, name, nickname, email, phone_number, customer_code, to_char(date_of_birth, 'YYYY-MM-DD') as date_of_birth, city, region, address, country_code,
  postal_code, note, trim_scale(total_points)::text as total_points, total_visits, total_spent, asset_id, first_visit,
  last_visit, loyverse_id, created_at, updated_at, deleted_at, permanent_deletion_at`;

/** The profile of the customer with this id, be it ours or Loyverse's; null where there is none, or was erased. */
export async function profileById(database: Database, ledgerId: bigint, id: string): Promise<Profile | null> {
  const { rows } = await database.query<Profile>(
    `select ${PROFILE_COLUMNS} from customer_profiles
      where ledger_id = $1 and not erased and (id = $2 or loyverse_id = $2)
      order by (id = $2) desc limit 1`,
    [ledgerId, id],
  );
  return rows[0] ?? null;
}

/** What became of a change; what follows `erased` left everything as it was. */
export type PutDone = 'added' | 'changed' | 'unchanged' | 'erased' | 'taken' | 'exists' | 'absent';

export interface Put {
  readonly done: PutDone;
  readonly profile: StoredProfile | null;
}

/**
 * `keep` adds or changes; a record that has Loyverse's id alone finds the customer who has it, so that one who was here
 * before Loyverse keeps their id. `add` and `change` do only that, by our own id.
 */
export type PutHow = 'keep' | 'add' | 'change';

const ATTEMPTS = 10;

/**
 * Adds these customers or changes them, in order. What became of each: `taken` where its Loyverse id is another
 * customer's, `exists` where it was to be added, `absent` where it was to be changed, `erased` where it may never return.
 * `line` is what the audit trail is told, once something is written.
 */
export async function putProfiles(
  database: Database,
  ledgerId: bigint,
  changes: readonly ProfileChange[],
  how: PutHow,
  line: Change | null = null,
): Promise<Put[]> {
  const puts: Put[] = [];
  let open = changes.map((change, at) => ({ change, at }));
  for (let attempt = 1; open.length > 0; attempt += 1) {
    // Other writers were quicker each time: they would have to be many, and tireless.
    if (attempt > ATTEMPTS) throw new Error('profiles are changed faster than they can be written');
    const plan = new Plan(
      await storedProfiles(
        database,
        ledgerId,
        open.map(({ change }) => change),
      ),
    );
    for (const { change, at } of open) puts[at] = plan.put(change, how);
    const written = await writeProfiles(database, ledgerId, plan.rows(), line);
    open = open.filter(({ at }) => {
      const put = puts[at];
      return put?.profile && plan.isTouched(put.profile.id) && !written.has(put.profile.id);
    });
  }
  return puts;
}

/** The rows as they will be, worked out one change after another. */
class Plan {
  readonly #byId = new Map<string, StoredProfile>();
  readonly #byLoyverse = new Map<string, string>();
  readonly #touched = new Map<string, NextProfile>();

  constructor(stored: readonly StoredProfile[]) {
    for (const profile of stored) this.#remember(profile);
  }

  put(change: ProfileChange, how: PutHow): Put {
    const other = change.loyverse_id ? this.#byLoyverse.get(change.loyverse_id) : undefined;
    const found =
      this.#byId.get(change.id) ?? (how === 'keep' && isTheirs(change) ? this.#byId.get(other ?? '') : undefined);
    if (found?.erased) return untouched('erased');
    if (found && how === 'add') return { done: 'exists', profile: found };
    if (!found && how === 'change') return untouched('absent');
    if (other !== undefined && other !== found?.id) return untouched('taken');
    const next = changed(found ?? null, change);
    if (!next) return { done: 'unchanged', profile: found ?? null };
    const profile = this.#remember(stored(next, found?.version ?? 0));
    this.#touched.set(next.id, next);
    return { done: found ? 'changed' : 'added', profile };
  }

  isTouched(id: string): boolean {
    return this.#touched.has(id);
  }

  rows(): VersionedProfile[] {
    return [...this.#touched.values()].map((next) => ({ next, version: this.#byId.get(next.id)?.version ?? 0 }));
  }

  #remember(profile: StoredProfile): StoredProfile {
    this.#byId.set(profile.id, profile);
    if (profile.loyverse_id !== null) this.#byLoyverse.set(profile.loyverse_id, profile.id);
    return profile;
  }
}

const isTheirs = ({ id, loyverse_id }: ProfileChange): boolean => id === loyverse_id;

const untouched = (done: PutDone): Put => ({ done, profile: null });

const stored = (next: NextProfile, version: number): StoredProfile => {
  const now = new Date();
  return { ...next, created_at: next.created_at ?? now, updated_at: next.updated_at ?? now, version, erased: false };
};

async function storedProfiles(
  database: Database,
  ledgerId: bigint,
  changes: readonly ProfileChange[],
): Promise<StoredProfile[]> {
  const loyverse = changes.flatMap(({ loyverse_id }) => loyverse_id ?? []);
  const { rows } = await database.query<StoredProfile>(
    `select ${PROFILE_COLUMNS}, version, erased from customer_profiles
      where ledger_id = $1 and (id = any ($2::text[]) or loyverse_id = any ($3::text[]))`,
    [ledgerId, changes.map(({ id }) => id), [...loyverse, ...loyverse.map(suppressed)]],
  );
  // Who was erased is found by the id that is hashed there.
  const clear = new Map(loyverse.map((id) => [suppressed(id), id]));
  return rows.map((row) => ({ ...row, loyverse_id: clear.get(row.loyverse_id ?? '') ?? row.loyverse_id }));
}

/** What stands for a Loyverse id that was erased. Nobody can guess the id from it; the same id gives the same again. */
export const suppressed = (loyverseId: string): string =>
  `erased:${createHash('sha256').update(loyverseId).digest('hex')}`;

/** Whether anything is or was known of this customer: someone who was erased counts. */
export async function hasProfile(database: Database, ledgerId: bigint, id: string): Promise<boolean> {
  const { rows } = await database.query('select from customer_profiles where ledger_id = $1 and id = $2', [
    ledgerId,
    id,
  ]);
  return rows.length > 0;
}

/**
 * Removes all that is known of a customer but the id, for ever: later imports and syncs pass them over. A mark that says
 * so is left even of someone who had no profile.
 */
export async function eraseProfile(database: Database, ledgerId: bigint, id: string): Promise<void> {
  await database.query(ERASE, [ledgerId, id]);
}

const ERASE = `
  insert into customer_profiles as p (ledger_id, id, version, created_at, updated_at, deleted_at, permanent_deletion_at, erased,
                                      name_key, email_key, code_key, phone_digits, grams)
  values ($1, $2, 1, now(), now(), now(), now(), true, '', '', '', '', '{}')
  on conflict (ledger_id, id) do update
     set version = p.version + 1, name = null, nickname = null, email = null, phone_number = null, customer_code = null,
         date_of_birth = null, city = null, region = null, address = null, country_code = null, postal_code = null,
         note = null, total_points = 0, total_visits = 0, total_spent = 0, asset_id = null, first_visit = null,
         last_visit = null, created_at = excluded.created_at, updated_at = excluded.updated_at,
         deleted_at = excluded.deleted_at, permanent_deletion_at = excluded.permanent_deletion_at, erased = true,
         name_key = '', email_key = '', code_key = '', phone_digits = '', grams = '{}',
         loyverse_id = 'erased:' || encode(sha256(convert_to(p.loyverse_id, 'UTF8')), 'hex')
   where not p.erased
  returning version`;
