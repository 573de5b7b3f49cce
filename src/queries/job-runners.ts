/**
 * Which instances work on jobs, so that those of one that died are not waited for: the library itself gives them free only
 * after four hours.
 */
import type { Database } from './database.ts';

/** Says that this runner lives. */
export async function beat(database: Database, runner: string): Promise<void> {
  await database.query(
    `insert into job_runners (id, seen_at) values ($1, clock_timestamp())
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [runner],
  );
}

/**
 * Frees the jobs of runners that were not heard of for so many seconds, and gives their names. One that lives all the
 * same does its jobs to the end: then they are done twice.
 */
export async function freeJobsOfTheDead(database: Database, seconds: number): Promise<string[]> {
  const { rows } = await database.query<{ dead: string[] | null }>(
    `select array_agg(distinct j.locked_by) as dead
       from graphile_worker.jobs j
      where j.locked_at < clock_timestamp() - make_interval(secs => $1)
        and not exists (select from job_runners r
                         where r.id = j.locked_by and r.seen_at > clock_timestamp() - make_interval(secs => $1))`,
    [seconds],
  );
  const dead = rows[0]?.dead ?? [];
  if (dead.length > 0) await database.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return dead;
}

/** Forgets this runner, and all that were not heard of for a day. */
export async function forgetRunner(database: Database, runner: string): Promise<void> {
  await database.query(`delete from job_runners where id = $1 or seen_at < clock_timestamp() - interval '1 day'`, [
    runner,
  ]);
}

/**
 * Removes what is left of jobs that others took the place of while they were in the hands of an instance that died. The
 * library keeps them as failed for ever.
 */
export async function removeSpentJobs(database: Database): Promise<void> {
  await database.query(
    `select count(*) from graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '1 day'))`,
  );
}

/** How many jobs of each of these tasks wait, those in hand included. */
export async function waitingJobs(database: Database, tasks: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ task: string; waiting: bigint }>(
    `select t.task, count(j.id)::bigint as waiting
       from unnest($1::text[]) t(task)
       left join graphile_worker.jobs j on j.task_identifier = t.task and j.attempts < j.max_attempts
      group by t.task`,
    [tasks],
  );
  return new Map(rows.map(({ task, waiting }) => [task, Number(waiting)]));
}
