-- How far each consumer of the events has come: see docs/decisions/0001 and src/queries/feed-cursors.ts. A consumer reads
-- in lanes, each of which has its own part of the customers and goes through all operations in their order; so several
-- instances work at once, and the events of one customer stay in order.
create table feeds (
  ledger_id  bigint not null,
  consumer   text collate "C" not null check (consumer ~ '^[a-z][a-z0-9_-]{0,62}$'),
  lane       integer not null check (lane >= 0),
  -- The next operation to read: all before it are done with.
  height     bigint not null check (height > 0),
  index      integer not null check (index >= 0),
  -- The instance that has the lane in hand, and until when it may take its time.
  holder     uuid,
  held_until timestamptz,
  primary key (ledger_id, consumer, lane),
  check ((holder is null) = (held_until is null))
  -- Updated many times a second: room for versions keeps that off the index.
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

grant select, insert, update on feeds to pochi_app;

-- When a wallet was opened, without going through all that its customer ever did.
create index operations_creating_wallets on operations (ledger_id, customer) where operation = 'walletCreate';
