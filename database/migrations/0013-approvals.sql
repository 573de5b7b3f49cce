-- Who may let a cashier go further than a cashier may, what they let pass, and every change that is made outside of the
-- books. None of it is part of the books: the operation that was approved names its approver in its own data.

-- People who have a PIN. After five wrong ones in a row it counts no more, until its owner sets another.
create table approvers (
  ledger_id  bigint not null,
  subject    text collate "C" not null check (length(subject) between 1 and 255),
  role       text not null,
  -- scrypt: see src/faces/http/approvals/pin.ts.
  salt       bytea not null check (octet_length(salt) = 16),
  hash       bytea not null check (octet_length(hash) = 32),
  failures   integer not null default 0 check (failures between 0 and 5),
  changed_at timestamptz not null,
  primary key (ledger_id, subject)
);

grant select, insert, update, delete on approvers to pochi_app;

-- Each lets one request of one person pass, once: the first idempotency key that it comes with is the only one.
create table approvals (
  ledger_id    bigint not null,
  id           uuid not null,
  -- SHA-256 of the token, and of the request that it is for.
  token_hash   bytea not null check (octet_length(token_hash) = 32),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  operation    text collate "C" not null,
  approver     text collate "C" not null,
  requester    text collate "C" not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_key     text check (length(used_key) between 1 and 255),
  used_at      timestamptz,
  primary key (ledger_id, id),
  unique (ledger_id, token_hash),
  check (approver <> requester),
  check ((used_key is null) = (used_at is null))
);

grant select, insert on approvals to pochi_app;
grant update (used_key, used_at) on approvals to pochi_app;

-- What was changed outside of the books, and by whom: the audit trail of profiles, rules, PINs and the like. It names the
-- fields of a profile that changed, never what stands in them, so that it holds nothing that could have to be erased.
create table changes (
  ledger_id   bigint not null,
  -- Ordered by time.
  id          uuid not null,
  recorded_at timestamptz not null,
  operation   text collate "C" not null check (length(operation) between 1 and 100),
  -- What was changed, such as `topup:USD`.
  object      text collate "C" not null check (length(object) between 1 and 300),
  customer    text collate "C" check (length(customer) between 1 and 100),
  subject     text not null,
  role        text not null,
  method      text not null,
  endpoint    text not null,
  address     text not null,
  user_agent  text not null,
  request_id  text not null,
  data        json not null,
  primary key (ledger_id, id)
);

create index changes_by_time on changes (ledger_id, recorded_at, id);

grant select, insert on changes to pochi_app;

do $$
begin
  if exists (select from pg_extension where extname = 'citus') then return; end if;
  create trigger append_only before update or delete on changes for each row execute function refuse_change();
  create trigger append_only_truncate before truncate on changes for each statement execute function refuse_change();
end $$;
