-- The log of a ledger is an RFC 6962 tree over the hashes of its blocks; a checkpoint is its root at one height, signed.
-- Both follow from the blocks and are added outside of every commit: see src/faces/checkpoints.

-- Hashes of the whole subtrees of 2^level leaves, for levels 8, 16, 24, ...: what lies between is computed from at most 255
-- of them, and below level 8 from at most 255 blocks. So a proof costs a few short reads, however long the log is.
create table log_nodes (
  ledger_id bigint not null,
  level     smallint not null check (level > 0 and level % 8 = 0),
  index     bigint not null check (index >= 0),
  hash      bytea not null check (octet_length(hash) = 32),
  primary key (ledger_id, level, index)
);

create table checkpoints (
  ledger_id  bigint not null,
  -- How many blocks the log had.
  height     bigint not null check (height > 0),
  root       bytea not null check (octet_length(root) = 32),
  -- The signed note: c2sp.org/tlog-checkpoint.
  note       text not null,
  public_key bytea not null check (octet_length(public_key) = 32),
  signed_at  timestamptz not null default clock_timestamp(),
  primary key (ledger_id, height)
);

-- Every public key that ever signed here, shared by all ledgers: what an old key signed can be checked for ever.
create table checkpoint_keys (
  public_key bytea primary key check (octet_length(public_key) = 32),
  added_at   timestamptz not null default clock_timestamp()
);

grant select, insert on log_nodes, checkpoints, checkpoint_keys to pochi_app;

do $$
declare
  v_table text;
begin
  if exists (select from pg_extension where extname = 'citus') then return; end if;
  foreach v_table in array array['log_nodes', 'checkpoints', 'checkpoint_keys'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', v_table);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function refuse_change()', v_table);
  end loop;
end $$;
