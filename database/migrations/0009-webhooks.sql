-- Which instances work on jobs: see src/queries/job-runners.ts. Of no ledger.
create table job_runners (
  id      text collate "C" primary key,
  seen_at timestamptz not null
);

grant select, insert, update, delete on job_runners to pochi_app;

-- Addresses that are told of events, and each event that one of them is told of. Neither is part of the books.
create table webhooks (
  ledger_id       bigint not null,
  id              uuid not null,
  url             text not null check (length(url) between 1 and 2048),
  description     text check (length(description) between 1 and 500),
  -- Null for events of all types.
  event_types     text[] check (cardinality(event_types) > 0),
  -- Encrypted: see src/faces/webhooks/sealer.ts. The one before the last also signs for a while.
  secret          bytea not null,
  previous_secret bytea,
  previous_until  timestamptz,
  -- `paused` by somebody, `disabled` because it only failed: its events are kept until it is active again.
  status          text not null check (status in ('active', 'paused', 'disabled')),
  -- Since when nothing has arrived; null where the last attempt went well.
  failing_since   timestamptz,
  -- The first block whose events it is told of.
  from_height     bigint not null check (from_height > 0),
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  primary key (ledger_id, id),
  check ((previous_secret is null) = (previous_until is null))
);

grant select, insert, update, delete on webhooks to pochi_app;

create table webhook_deliveries (
  ledger_id        bigint not null,
  -- Ordered by time.
  id               uuid not null,
  webhook_id       uuid not null,
  event_id         text collate "C" not null check (length(event_id) between 1 and 100),
  event_type       text collate "C" not null,
  -- The event's place in the books, out of which it is told again at any time; null for a test, which is in no books.
  height           bigint,
  index            integer,
  n                integer,
  state            text collate "C" not null check (state in ('pending', 'delivered', 'dead')),
  -- All that were ever made, and those since it was last begun anew.
  attempts         integer not null default 0 check (attempts >= 0),
  tries            integer not null default 0 check (tries between 0 and attempts),
  -- Null while its webhook is paused or disabled.
  next_attempt_at  timestamptz,
  -- What became of the last attempt: the answer, or why there was none.
  last_attempt_at  timestamptz,
  last_status      integer,
  last_error       text,
  response_excerpt text check (length(response_excerpt) <= 1024),
  duration_ms      integer,
  created_at       timestamptz not null,
  primary key (ledger_id, id),
  unique (ledger_id, webhook_id, event_id),
  check ((height is null) = (index is null) and (height is null) = (n is null)),
  check (state = 'pending' or next_attempt_at is null)
) with (fillfactor = 70);

create index webhook_deliveries_by_webhook on webhook_deliveries (ledger_id, webhook_id, id);
create index webhook_deliveries_unfinished on webhook_deliveries (ledger_id, webhook_id, state, id) where state <> 'delivered';

grant select, insert, update, delete on webhook_deliveries to pochi_app;
