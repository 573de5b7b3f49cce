-- What verifications of the books found: see src/queries/integrity-runs.ts. Kept here, so that every instance tells the
-- same and a restart forgets nothing. They are reports, not evidence: who could change the books could change them too.

create type integrity_status as enum ('RUNNING', 'SOUND', 'VIOLATED', 'FAILED');

create table integrity_runs (
  ledger_id   bigint not null,
  id          uuid not null,
  -- `schedule`, or the subject who asked for it.
  started_by  text not null,
  started_at  timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  -- The instance that runs it says again and again that it still does; one that stays silent until then has died.
  held_until  timestamptz,
  status      integrity_status not null default 'RUNNING',
  -- What was found, up to which block; see src/queries/verify/report.ts.
  report      jsonb,
  -- Why it could not be carried out.
  failure     text,
  primary key (ledger_id, id),
  check ((status = 'RUNNING') = (held_until is not null)),
  check ((status = 'RUNNING') = (finished_at is null)),
  check ((status in ('SOUND', 'VIOLATED')) = (report is not null)),
  check ((status = 'FAILED') = (failure is not null))
);

-- One at a time in each ledger, whichever instance it is.
create unique index integrity_runs_one_at_a_time on integrity_runs (ledger_id) where status = 'RUNNING';
create index integrity_runs_by_time on integrity_runs (ledger_id, started_at);

grant select, insert, delete on integrity_runs to pochi_app;
grant update (finished_at, held_until, status, report, failure) on integrity_runs to pochi_app;
