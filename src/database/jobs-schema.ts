/**
 * The schema `graphile_worker`, where jobs wait: laid down by the library's own migrations, as the owner. It gives rights to
 * nobody else (row level security without a policy), so that the service's role gets them here.
 */
import { Logger, runMigrations } from 'graphile-worker';
import type { ClientBase } from 'pg';
import type { Log } from '../log.ts';
import { APP_ROLE } from './roles.ts';

export const JOBS_SCHEMA = 'graphile_worker';

/** Only what has no policy yet: a newer version of the library may bring tables. */
const GRANT = `do $$
declare
  v_table record;
begin
  for v_table in
    select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = '${JOBS_SCHEMA}' and c.relkind = 'r'
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}')
  loop
    execute format('grant %s on ${JOBS_SCHEMA}.%I to ${APP_ROLE}',
      case v_table.relname when 'migrations' then 'select' else 'select, insert, update, delete' end, v_table.relname);
    execute format('create policy ${APP_ROLE} on ${JOBS_SCHEMA}.%I to ${APP_ROLE} using (true) with check (true)', v_table.relname);
  end loop;
  if not has_schema_privilege('${APP_ROLE}', '${JOBS_SCHEMA}', 'usage') then
    grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
  end if;
  if not has_table_privilege('${APP_ROLE}', '${JOBS_SCHEMA}.jobs', 'select') then
    grant select on ${JOBS_SCHEMA}.jobs to ${APP_ROLE};
  end if;
end $$`;

/** Brings the schema of the jobs to the installed version. One caller at a time; `client` is the owner's too. */
export async function migrateJobs(ownerUrl: string, client: ClientBase, log: Log): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, schema: JOBS_SCHEMA, logger: jobsLogger(log) });
  await client.query(GRANT);
}

/** The library's log lines, as ours. What it calls an error is told better by whoever the job belongs to. */
export const jobsLogger = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    const line = meta?.error instanceof Error ? { err: meta.error } : {};
    if (level === 'error' || level === 'warning') log.warn(line, `jobs: ${message}`);
    else log.debug(line, `jobs: ${message}`);
  });
