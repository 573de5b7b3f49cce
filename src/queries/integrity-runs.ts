/**
 * Verifications of the books as the database keeps them: who runs one now, and what the last ones found. An instance that
 * runs one holds it for a while and renews that; what nobody holds any more counts as failed.
 */
import type { Database } from './database.ts';
import type { VerifyReport } from './verify/report.ts';

export type RunStatus = 'RUNNING' | 'SOUND' | 'VIOLATED' | 'FAILED';

/** A report as JSON holds it. */
export type StoredReport = Omit<VerifyReport, 'height' | 'operations'> & {
  readonly height: number;
  readonly operations: number;
};

export interface IntegrityRun {
  readonly id: string;
  readonly status: RunStatus;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** Where it was carried out to its end. */
  readonly report: StoredReport | null;
  /** Why it was not. */
  readonly failure: string | null;
}

export interface Claim {
  readonly ledgerId: bigint;
  readonly id: string;
  readonly by: string;
  /** For how long it is held, in seconds. */
  readonly hold: number;
}

/** Runs of a ledger that are kept. */
const KEPT = 100;

const LAPSE = `
  update integrity_runs
     set status = 'FAILED', finished_at = clock_timestamp(), held_until = null,
         failure = 'the instance that ran it is gone'
   where ledger_id = $1 and status = 'RUNNING' and held_until < clock_timestamp()`;

const CLAIM = `
  insert into integrity_runs (ledger_id, id, started_by, held_until)
  select $1, $2, $3, clock_timestamp() + make_interval(secs => $4)
   where not exists (
     select from integrity_runs
      where ledger_id = $1 and status <> 'FAILED' and started_at > clock_timestamp() - make_interval(secs => $5)
   )
  on conflict (ledger_id) where status = 'RUNNING' do nothing
  returning id`;

/**
 * Begins a run; gives false where another one of the ledger is under way, and where one began less than so many seconds
 * ago.
 */
export async function claimRun(
  database: Database,
  { ledgerId, id, by, hold }: Claim,
  unlessWithin = 0,
): Promise<boolean> {
  await database.query(LAPSE, [ledgerId]);
  const { rows } = await database.query(CLAIM, [ledgerId, id, by, hold, unlessWithin]);
  return rows.length > 0;
}

/** Holds it for so many seconds more; gives false where it was lost. */
export async function keepRun(database: Database, { ledgerId, id, hold }: Claim): Promise<boolean> {
  const { rows } = await database.query(
    `update integrity_runs set held_until = clock_timestamp() + make_interval(secs => $3)
      where ledger_id = $1 and id = $2 and status = 'RUNNING' returning id`,
    [ledgerId, id, hold],
  );
  return rows.length > 0;
}

const FINISH = `
  with finished as (
    update integrity_runs set status = $3, report = $4, finished_at = clock_timestamp(), held_until = null
     where ledger_id = $1 and id = $2 and status = 'RUNNING'
  )
  delete from integrity_runs
   where ledger_id = $1 and id <> $2
     and started_at < (select started_at from integrity_runs where ledger_id = $1 order by started_at desc offset $5 limit 1)`;

/**
 * Ends it with what it found, and lets go of the oldest in the same moment: whoever sees that it has ended sees all that it
 * wrote. A run that was lost meanwhile stays as it is.
 */
export async function finishRun(database: Database, { ledgerId, id }: Claim, report: VerifyReport): Promise<void> {
  const status = report.sound ? 'SOUND' : 'VIOLATED';
  await database.query(FINISH, [ledgerId, id, status, storedText(report), KEPT - 1]);
}

/** Heights and counts are numbers in JSON. */
const storedText = (report: VerifyReport): string =>
  JSON.stringify(report, (_, part) => (typeof part === 'bigint' ? Number(part) : part));

export async function failRun(database: Database, { ledgerId, id }: Claim, failure: string): Promise<void> {
  await database.query(
    `update integrity_runs set status = 'FAILED', failure = $3, finished_at = clock_timestamp(), held_until = null
      where ledger_id = $1 and id = $2 and status = 'RUNNING'`,
    [ledgerId, id, failure],
  );
}

const COLUMNS = 'id, status, started_by, started_at, finished_at, report, failure';

interface Row {
  id: string;
  status: RunStatus;
  started_by: string;
  started_at: Date;
  finished_at: Date | null;
  report: StoredReport | null;
  failure: string | null;
}

const toRun = ({ started_by, started_at, finished_at, ...row }: Row): IntegrityRun => ({
  ...row,
  startedBy: started_by,
  startedAt: started_at,
  finishedAt: finished_at,
});

/** One run, or null where there is none of this id any more. */
export async function readRun(database: Database, ledgerId: bigint, id: string): Promise<IntegrityRun | null> {
  const { rows } = await database.query<Row>(`select ${COLUMNS} from integrity_runs where ledger_id = $1 and id = $2`, [
    ledgerId,
    id,
  ]);
  return rows[0] ? toRun(rows[0]) : null;
}

/** The last run that is in one of these states, or null. One that nobody holds any more is not under way. */
export async function lastRun(
  database: Database,
  ledgerId: bigint,
  ...states: readonly RunStatus[]
): Promise<IntegrityRun | null> {
  const { rows } = await database.query<Row>(
    `select ${COLUMNS} from integrity_runs
      where ledger_id = $1 and status = any ($2::integrity_status[])
        and (status <> 'RUNNING' or held_until >= clock_timestamp())
      order by started_at desc limit 1`,
    [ledgerId, states],
  );
  return rows[0] ? toRun(rows[0]) : null;
}

/** How a ledger stands, for those who look at all of them every few seconds. */
export interface LedgerStanding {
  readonly ledgerId: bigint;
  readonly ledger: string;
  /** Whether its last verification found it sound; null where there was none. */
  readonly sound: boolean | null;
  /** How many violations each check found that found any. */
  readonly violations: Readonly<Record<string, number>>;
  /** How long ago that was, and how long it took, in seconds; 0 where there was none. */
  readonly age: number;
  readonly took: number;
  /** How long ago the last attempt began, successful or not, in seconds; null where there was none. */
  readonly attempted: number | null;
}

const STANDINGS = `
  select l.id as "ledgerId", l.name as ledger, f.status = 'SOUND' as sound,
         coalesce(extract(epoch from clock_timestamp() - f.started_at), 0)::double precision as age,
         coalesce(extract(epoch from f.finished_at - f.started_at), 0)::double precision as took,
         extract(epoch from clock_timestamp() - a.started_at)::double precision as attempted,
         case when f.status = 'VIOLATED' then (
           select jsonb_object_agg(c ->> 'name', (c -> 'rows')::integer)
             from jsonb_array_elements(f.report -> 'checks') c where (c -> 'rows')::integer > 0
         ) else '{}' end as violations
    from ledgers l
    left join lateral (
      select * from integrity_runs r
       where r.ledger_id = l.id and r.status in ('SOUND', 'VIOLATED') order by r.started_at desc limit 1
    ) f on true
    left join lateral (
      select * from integrity_runs r
       where r.ledger_id = l.id and (r.status <> 'RUNNING' or r.held_until >= clock_timestamp())
       order by r.started_at desc limit 1
    ) a on true
   where $1::bigint is null or l.id = $1
   order by l.id`;

/** All ledgers, or the one that is named. */
export async function standings(database: Database, ledgerId: bigint | null = null): Promise<LedgerStanding[]> {
  const { rows } = await database.query<LedgerStanding>(STANDINGS, [ledgerId]);
  return rows;
}
