import { JOBS_SCHEMA } from '../../database/jobs-schema.ts';
import type { Database } from '../../queries/database.ts';
import type { JsonObject } from '../../wallet/operation.ts';

/** Something to be done later, once its transaction is committed. */
export interface Job {
  /** The name of its task. */
  readonly task: string;
  readonly payload: JsonObject;
  /** Not before this time; at once where it is not given. */
  readonly runAt?: Date;
  /** Takes the place of a job with the same key that still waits. */
  readonly key?: string;
  /** What `skip` of the runner may name, so that this job waits while others go on. */
  readonly flag?: string;
  /** How often it has failed already. */
  readonly failures?: number;
}

/** How often a job is begun again after its instance died in the midst of it. */
const MOST_STARTS = 25;

const ADD = `select count(*) from ${JOBS_SCHEMA}.add_jobs(
  array(select json_populate_recordset(null::${JOBS_SCHEMA}.job_spec, $1::json)))`;

/** Adds jobs by this connection: in a transaction they are there when it commits, and only then. */
export async function addJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ task, payload, runAt, key, flag, failures = 0 }) => ({
    identifier: task,
    payload: { failures, data: payload } satisfies JobPayload,
    run_at: runAt?.toISOString() ?? null,
    job_key: key ?? null,
    flags: flag === undefined ? null : [flag],
    max_attempts: MOST_STARTS,
  }));
  await database.query(ADD, [JSON.stringify(specs)]);
}

/** What a job carries: its own data, and how often it has failed. */
export interface JobPayload {
  readonly failures: number;
  readonly data: JsonObject;
}
