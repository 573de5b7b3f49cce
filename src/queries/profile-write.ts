import { type Change, changeLine, changeValues } from './changes.ts';
import type { Database } from './database.ts';
import { type NextProfile, searchColumns } from './profile.ts';

/** A profile to be written, and the version it was made from: 0 for a new one. */
export interface VersionedProfile {
  readonly next: NextProfile;
  readonly version: number;
}

const UNIQUE_VIOLATION = '23505';

/** The ids of those that were written. The others were written by somebody else since they were read. `change` is their line. */
export async function writeProfiles(
  database: Database,
  ledgerId: bigint,
  profiles: readonly VersionedProfile[],
  change: Change | null = null,
): Promise<ReadonlySet<string>> {
  if (profiles.length === 0) return new Set();
  const rows = profiles.map((profile) => rowOf(ledgerId, profile));
  const columns = Object.keys(rows[0] as Row);
  const values = rows.flatMap((row) => columns.map((column) => row[column]));
  try {
    const written = await database.query<{ id: string }>(
      change === null ? upsert(columns, rows.length) : logged(upsert(columns, rows.length), values.length),
      change === null ? values : [...values, ...changeValues(change)],
    );
    return new Set(written.rows.map(({ id }) => id));
  } catch (error) {
    // Somebody else gave the same Loyverse id to another customer in this moment: read again.
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return new Set();
    // The database quotes the row that it refuses; that must not get into a log.
    if (error instanceof Error && 'detail' in error) error.detail = undefined;
    throw error;
  }
}

type Row = Readonly<Record<string, unknown>>;

const rowOf = (ledgerId: bigint, { next, version }: VersionedProfile): Row => {
  const { id, name, nickname, email, phone_number, customer_code, date_of_birth } = next;
  const { city, region, address, country_code, postal_code, note } = next;
  const { total_points, total_visits, total_spent, asset_id, first_visit, last_visit, loyverse_id } = next;
  const { created_at, updated_at, deleted_at, permanent_deletion_at } = next;
  return {
    ...{ ledger_id: ledgerId, id, version: version + 1 },
    ...{ name, nickname, email, phone_number, customer_code, date_of_birth },
    ...{ city, region, address, country_code, postal_code, note },
    ...{ total_points, total_visits, total_spent, asset_id, first_visit, last_visit, loyverse_id },
    ...{ created_at, updated_at, deleted_at, permanent_deletion_at },
    ...searchColumns(next),
  };
};

const NOW_IF_NULL = new Set(['created_at', 'updated_at']);

// The first value of a row is its ledger.
const logged = (statement: string, values: number): string =>
  `with written as (${statement}), line as (${changeLine(values + 1, 'written')}) select id from written`;

function upsert(columns: readonly string[], count: number): string {
  const values = Array.from({ length: count }, (_, row) => {
    const places = columns.map((column, at) => {
      const place = `$${row * columns.length + at + 1}`;
      return NOW_IF_NULL.has(column) ? `coalesce(${place}::timestamptz, date_trunc('milliseconds', now()))` : place;
    });
    return `(${places.join()})`;
  });
  return `
    insert into customer_profiles as p (${columns.join()})
    values ${values.join()}
    on conflict (ledger_id, id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join()}
      where p.version = excluded.version - 1 and not p.erased
    returning id`;
}
