-- The books. `ledger_id` leads every key, so that a ledger and all its rows can live on one node of several.

create type direction as enum ('DEBIT', 'CREDIT');

create type entry_type as enum (
  'DEPOSIT', 'BONUS', 'SPEND', 'PAYMENT', 'WITHDRAWAL', 'TRANSFER_OUT', 'TRANSFER_IN',
  'SALE_ON_CREDIT', 'CHANGE_TO_BALANCE', 'BALANCE_CONSUMPTION', 'SALE_VOIDED', 'REVERSAL', 'POINTS'
);

-- Assets are shared by all ledgers: small, and read everywhere.
create table assets (
  id             integer primary key,
  code           text collate "C" not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,49}$'),
  name           text not null check (length(name) between 1 and 100),
  decimal_places smallint not null check (decimal_places between 0 and 8),
  created_at     timestamptz not null default now()
);

insert into assets (id, code, name, decimal_places) values
  (1, 'USD', 'US Dollar', 2),
  (2, 'TZS', 'Tanzanian Shilling', 2),
  (3, 'EUR', 'Euro', 2),
  (4, 'GOLD_COINS', 'Gold Coins', 0),
  (5, 'DIAMONDS', 'Diamonds', 0),
  (6, 'POINTS', 'Points', 0);

-- The names of the ledgers; also shared, so that a name is unique.
create table ledgers (
  id         bigint primary key check (id > 0),
  name       text collate "C" not null unique check (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  created_at timestamptz not null default now()
);

-- One row a ledger, locked first by every commit: it puts the commits of a ledger in one order.
-- Its page has room for many versions, so that an update never has to touch an index.
create table ledger_heads (
  ledger_id   bigint primary key,
  height      bigint not null check (height >= 0),
  hash        bytea not null check (octet_length(hash) = 32),
  recorded_at timestamptz not null
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- The journal: one block a commit. All operations of a block share its time.
create table blocks (
  ledger_id   bigint not null,
  height      bigint not null check (height > 0),
  recorded_at timestamptz not null,
  operations  integer not null check (operations > 0),
  -- RFC 6962 Merkle root of the operations' canonical bytes.
  root        bytea not null check (octet_length(root) = 32),
  -- SHA-256 of the previous block's hash and this block's fields: see src/ledger/journal.ts.
  hash        bytea not null check (octet_length(hash) = 32),
  primary key (ledger_id, height)
);

create index blocks_by_time on blocks (ledger_id, recorded_at, height);

create table accounts (
  ledger_id bigint not null,
  id        bigint not null check (id > 0),
  -- The customer's id as the caller knows it; empty for an account of the house.
  owner     text collate "C" not null check (length(owner) <= 100),
  asset_id  integer not null references assets (id),
  kind      text collate "C" not null check (length(kind) between 1 and 150),
  primary key (ledger_id, id),
  unique (ledger_id, owner, asset_id, kind),
  check ((owner <> '') = (kind in ('wallet', 'receivable', 'held')))
);

-- Ids of accounts come from here in blocks: an instance takes a thousand at a time. Nothing depends on their order.
create sequence account_id_blocks increment by 1000 minvalue 1 start with 1001;

-- The balance of every account as of the last commit: kept by ledger_commit, and its lock row.
-- The entries are the truth; this must equal their sum at all times.
create table wallet_balances (
  ledger_id  bigint not null,
  account_id bigint not null,
  asset_id   integer not null,
  balance    bigint not null default 0,
  -- How many entries the account has: the version of the account.
  seq        bigint not null default 0 check (seq >= 0),
  floor      bigint not null,
  ceiling    bigint not null,
  primary key (ledger_id, account_id),
  check (balance >= floor),
  check (balance <= ceiling)
) with (fillfactor = 70);

-- Who asked, and through which door. One row for each different caller: the id is the hash of the rest.
create table callers (
  ledger_id  bigint not null,
  id         uuid not null,
  subject    text not null,
  role       text not null,
  method     text not null,
  endpoint   text not null,
  address    text not null,
  user_agent text not null,
  primary key (ledger_id, id)
);

-- One row for every operation that was recorded. It is the idempotency key with the request's fingerprint, the
-- audit line, the message to be published and, where it has entries, the transaction: see docs/decisions.
create table operations (
  ledger_id   bigint not null,
  height      bigint not null,
  id          uuid not null,
  -- Hashes of the key in its scope, and of the request: see src/engine/keys.ts.
  key         uuid not null,
  fingerprint bigint not null,
  caller_id   uuid not null,
  reverses    uuid,
  -- The caller's own time; null where it happened when it was recorded.
  occurred_at timestamptz,
  index       integer not null check (index >= 0),
  operation   text collate "C" not null,
  customer    text collate "C" check (length(customer) between 1 and 100),
  reference   text check (length(reference) between 1 and 255),
  -- Kept as text, to the byte: the journal's hash covers it.
  data        json,
  -- Its place in the journal: the block, and the leaf of the block's tree.
  primary key (ledger_id, height, index)
);

create unique index operations_by_id on operations (ledger_id, id);
create unique index operations_by_key on operations (ledger_id, key);
create unique index operations_reversed_once on operations (ledger_id, reverses) where reverses is not null;
create index operations_by_customer on operations (ledger_id, customer) where customer is not null;

create table entries (
  ledger_id      bigint not null,
  account_id     bigint not null,
  seq            bigint not null check (seq > 0),
  height         bigint not null,
  amount         bigint not null check (amount > 0),
  balance_before bigint not null,
  balance_after  bigint not null,
  index          integer not null,
  direction      direction not null,
  type           entry_type not null,
  primary key (ledger_id, account_id, seq),
  check (balance_after = balance_before + case direction when 'CREDIT' then amount else -amount end)
);

-- Leads from a block to its entries, and so from a transaction to its own. All entries of a block share the key, which
-- makes this index a tenth of the size that one by transaction would have.
create index entries_by_block on entries (ledger_id, height);

-- A transaction is an operation that moved money. It happened when its caller says, or when it was recorded.
create view transactions as
select o.ledger_id, o.id, o.height, o.index, o.operation as type, o.customer, o.reference, o.reverses, o.data,
       coalesce(o.occurred_at, b.recorded_at) as occurred_at, b.recorded_at
from operations o
join blocks b on b.ledger_id = o.ledger_id and b.height = o.height
where exists (select from entries e where e.ledger_id = o.ledger_id and e.height = o.height and e.index = o.index);

create function ledger_create(p_ledger bigint, p_name text) returns void language plpgsql as $$
begin
  insert into ledgers (id, name) values (p_ledger, p_name) on conflict do nothing;
  -- The first hash names the ledger, so that no two ledgers ever have a block in common.
  insert into ledger_heads (ledger_id, height, hash, recorded_at)
  values (p_ledger, 0, sha256(convert_to('pochi ledger ' || p_ledger, 'UTF8')), 'epoch')
  on conflict do nothing;
end $$;

select ledger_create(1, 'main');
