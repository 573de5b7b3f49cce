-- The one road of money: src/engine/commit.ts calls this, alone and in autocommit, with a batch of decided operations.
--
-- Accounts are named by their place in p_account_id, operations by their place in p_op_id, both from 1. Accounts that
-- exist come first, ascending; behind them those to be opened, whose particulars are in p_new_*. Entries carry running
-- values within the batch, to which the locked balances are added here.
--
-- status is 'committed', or 'stale' where something that the engine guessed did not hold: then nothing was written, and
-- the true values are in the other columns. A batch that contradicts itself is our own defect and raises PO001.
create function ledger_commit(
  p_ledger           bigint,
  p_root             bytea,
  p_account_id       bigint[],
  p_account_asset    integer[],
  p_account_delta    bigint[],   -- what the batch adds to the balance
  p_account_low      bigint[],   -- the lowest point on the way, against the floor
  p_account_high     bigint[],   -- the highest, against the ceiling
  p_account_entries  integer[],
  p_account_expected bigint[],   -- the seq that a decision relied on, or null
  p_new_owner        text[],
  p_new_kind         text[],
  p_new_floor        bigint[],
  p_new_ceiling      bigint[],
  p_caller_id        uuid[],     -- callers that this instance has not recorded yet
  p_caller_subject   text[],
  p_caller_role      text[],
  p_caller_method    text[],
  p_caller_endpoint  text[],
  p_caller_address   text[],
  p_caller_agent     text[],
  p_op_id            uuid[],
  p_op_name          text[],
  p_op_key           uuid[],
  p_op_fingerprint   bigint[],
  p_op_caller        uuid[],
  p_op_customer      text[],
  p_op_reference     text[],
  p_op_occurred      timestamptz[],
  p_op_reverses      uuid[],
  p_op_data          text[],
  p_entry_op         integer[],
  p_entry_account    integer[],
  p_entry_number     integer[],  -- 1 for the account's first entry in the batch
  p_entry_delta      bigint[],   -- positive is a credit, negative a debit
  p_entry_after      bigint[],   -- running sum of the account's deltas, this one included
  p_entry_type       text[],
  p_active           text[],     -- customers that a decision took not to be frozen
  p_product          jsonb,      -- rows of slips, payments, payment records and limits, or null: see the functions that write them
  out status         text,
  out height         bigint,
  out recorded_at    timestamptz,
  out balances       bigint[],   -- of the accounts that exist, before the batch
  out seqs           bigint[],
  out used_keys      uuid[],
  out taken          text[],     -- owner, asset, kind of accounts that exist already, joined by line feeds
  out reversed       uuid[],
  out frozen         text[],
  out changed_slips  uuid[],
  out limited        text[]      -- customers whose credit limit is not the one that was decided on
)
language plpgsql
-- Plans made while the tables were small stay cached when they no longer are. These settings, look-ups by lateral with a
-- limit (never a join that could be turned round) and ON CONFLICT leave only the plan that is right for large tables.
set enable_seqscan = off
set enable_bitmapscan = off
set enable_material = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
#variable_conflict use_variable
declare
  v_new      integer := coalesce(cardinality(p_new_owner), 0);
  v_existing integer := cardinality(p_account_id) - v_new;
  v_existing_ids bigint[] := p_account_id[1:v_existing];
  v_ids      bigint[];
  v_assets   integer[];
  v_floors   bigint[];
  v_ceilings bigint[];
  v_previous bytea;
  v_hash     bytea;
begin
  select h.height + 1, h.hash, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
    into height, v_previous, recorded_at
    from ledger_heads h where h.ledger_id = p_ledger for update;
  if not found then
    raise exception 'there is no ledger %', p_ledger using errcode = 'PO002';
  end if;

  select array_agg(a.account_id), array_agg(a.asset_id), array_agg(a.balance), array_agg(a.seq), array_agg(a.floor), array_agg(a.ceiling)
    into v_ids, v_assets, balances, seqs, v_floors, v_ceilings
    from (
      select b.account_id, b.asset_id, b.balance, b.seq, b.floor, b.ceiling
        from wallet_balances b
       where b.ledger_id = p_ledger and b.account_id = any (v_existing_ids)
       order by b.account_id for update
    ) a;

  -- What follows is sound only if the locked rows stand in the engine's order.
  if coalesce(v_ids, '{}') <> v_existing_ids or coalesce(v_assets, '{}') <> p_account_asset[1:v_existing] then
    raise exception 'the batch names accounts that are not there, or not in order' using errcode = 'PO001';
  end if;

  select array_agg(k) into used_keys
    from unnest(p_op_key) k, lateral (select from operations o where o.ledger_id = p_ledger and o.key = k limit 1) found;

  if v_new > 0 then
    select array_agg(n.owner || e'\n' || n.asset || e'\n' || n.kind) into taken
      from unnest(p_new_owner, p_account_asset[v_existing + 1:], p_new_kind) as n(owner, asset, kind),
           lateral (
             select from accounts a
              where a.ledger_id = p_ledger and a.owner = n.owner and a.asset_id = n.asset and a.kind = n.kind limit 1
           ) found;
  end if;

  if array_remove(p_op_reverses, null) <> '{}' then
    select array_agg(r) into reversed
      from unnest(p_op_reverses) r,
           lateral (select from operations o where o.ledger_id = p_ledger and o.reverses = r limit 1) found;
  end if;

  if coalesce(cardinality(p_active), 0) > 0 then
    select array_agg(c) into frozen
      from unnest(p_active) c,
           lateral (select from customers s where s.ledger_id = p_ledger and s.id = c and s.status = 'FROZEN' limit 1) found;
  end if;

  if p_product is not null then
    changed_slips := slips_changed(p_ledger, p_product);
    limited := credit_limits_changed(p_ledger, p_product);
  end if;

  if coalesce(used_keys, reversed, changed_slips) is not null or coalesce(taken, frozen, limited) is not null or exists (
    select from unnest(balances, seqs, v_floors, v_ceilings, p_account_low[1:v_existing], p_account_high[1:v_existing], p_account_expected[1:v_existing])
      as a(balance, seq, floor, ceiling, low, high, expected)
     where a.balance + a.low < a.floor or a.balance + a.high > a.ceiling or a.seq <> a.expected
  ) then
    status := 'stale';
    return;
  end if;

  -- After this point the batch must succeed.
  if exists (
    select from unnest(p_entry_op, p_entry_account, p_entry_delta) as e(op, account, delta)
     group by e.op, p_account_asset[e.account] having sum(e.delta) <> 0 or count(*) < 2
  ) then
    raise exception 'a transaction is not balanced' using errcode = 'PO001';
  end if;
  if exists (
    select from unnest(p_entry_account, p_entry_delta, p_entry_after) as e(account, delta, after)
     group by e.account
    having sum(e.delta) <> p_account_delta[e.account] or count(*) <> p_account_entries[e.account]
        or min(e.after) < p_account_low[e.account] or max(e.after) > p_account_high[e.account]
  ) then
    raise exception 'the entries and the accounts of the batch disagree' using errcode = 'PO001';
  end if;

  if v_new > 0 then
    insert into accounts (ledger_id, id, owner, asset_id, kind)
    select p_ledger, n.id, n.owner, n.asset, n.kind
      from unnest(p_account_id[v_existing + 1:], p_new_owner, p_account_asset[v_existing + 1:], p_new_kind) as n(id, owner, asset, kind);
    balances := coalesce(balances, '{}') || array_fill(0::bigint, array[v_new]);
    seqs := coalesce(seqs, '{}') || array_fill(0::bigint, array[v_new]);
    v_floors := coalesce(v_floors, '{}') || p_new_floor;
    v_ceilings := coalesce(v_ceilings, '{}') || p_new_ceiling;
  end if;

  -- The rows are locked, so that the new values can be written as they are.
  insert into wallet_balances as b (ledger_id, account_id, asset_id, balance, seq, floor, ceiling)
  select p_ledger, d.id, d.asset, d.balance + d.delta, d.seq + d.entries, d.floor, d.ceiling
    from unnest(p_account_id, p_account_asset, balances, p_account_delta, seqs, p_account_entries, v_floors, v_ceilings)
      as d(id, asset, balance, delta, seq, entries, floor, ceiling)
  on conflict (ledger_id, account_id) do update set balance = excluded.balance, seq = excluded.seq;

  if coalesce(cardinality(p_caller_id), 0) > 0 then
    insert into callers (ledger_id, id, subject, role, method, endpoint, address, user_agent)
    select p_ledger, c.id, c.subject, c.role, c.method, c.endpoint, c.address, c.agent
      from unnest(p_caller_id, p_caller_subject, p_caller_role, p_caller_method, p_caller_endpoint, p_caller_address, p_caller_agent)
        as c(id, subject, role, method, endpoint, address, agent)
    on conflict do nothing;
  end if;

  insert into operations (ledger_id, height, id, key, fingerprint, caller_id, reverses, occurred_at, index, operation, customer, reference, data)
  select p_ledger, height, o.id, o.key, o.fingerprint, o.caller, o.reverses, o.occurred, (o.place - 1)::integer, o.name, o.customer, o.reference, o.data::json
    from unnest(p_op_id, p_op_key, p_op_fingerprint, p_op_caller, p_op_reverses, p_op_occurred, p_op_name, p_op_customer, p_op_reference, p_op_data)
      with ordinality as o(id, key, fingerprint, caller, reverses, occurred, name, customer, reference, data, place);

  insert into entries (ledger_id, account_id, seq, height, amount, balance_before, balance_after, index, direction, type)
  select p_ledger, p_account_id[e.account], seqs[e.account] + e.number, height, abs(e.delta),
         balances[e.account] + e.after - e.delta, balances[e.account] + e.after, e.op - 1,
         case when e.delta > 0 then 'CREDIT'::direction else 'DEBIT'::direction end, e.type::entry_type
    from unnest(p_entry_op, p_entry_account, p_entry_number, p_entry_delta, p_entry_after, p_entry_type)
      as e(op, account, number, delta, after, type);

  if p_product is not null then
    perform slips_write(p_ledger, height, p_product);
    perform payment_records_write(p_ledger, height, p_product);
    perform credit_limits_write(p_ledger, height, p_product);
  end if;

  v_hash := sha256(v_previous || p_root || int8send(p_ledger) || int8send(height)
                   || int8send((extract(epoch from recorded_at) * 1000)::bigint) || int4send(cardinality(p_op_id)));
  insert into blocks (ledger_id, height, recorded_at, operations, root, hash)
  values (p_ledger, height, recorded_at, cardinality(p_op_id), p_root, v_hash);
  update ledger_heads h set height = ledger_commit.height, hash = v_hash, recorded_at = ledger_commit.recorded_at
   where h.ledger_id = p_ledger;
  status := 'committed';
end $$;

-- What the engine reads before it decides: accounts as they stand, which customers are known, which keys were used.
-- Keys are read last: a key that is unused then was unused when the balances were read.
create function ledger_look(
  p_ledger bigint,
  p_owner  text[],
  p_asset  integer[],
  p_kind   text[],
  p_key    uuid[],
  out owners       text[],
  out assets       integer[],
  out kinds        text[],
  out ids          bigint[],
  out balances     bigint[],
  out seqs         bigint[],
  out known        text[],
  out frozen       text[],
  out limited      text[],
  out limit_assets integer[],
  out limits       bigint[],
  out used_keys    uuid[],
  out used_by      uuid[],
  out fingerprints bigint[]
)
language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_material = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
begin
  select array_agg(a.owner), array_agg(a.asset_id), array_agg(a.kind), array_agg(a.id), array_agg(b.balance), array_agg(b.seq)
    into owners, assets, kinds, ids, balances, seqs
    from unnest(p_owner, p_asset, p_kind) as n(owner, asset, kind),
         lateral (
           select * from accounts a
            where a.ledger_id = p_ledger and a.owner = n.owner and a.asset_id = n.asset and a.kind = n.kind limit 1
         ) a,
         lateral (select * from wallet_balances b where b.ledger_id = p_ledger and b.account_id = a.id limit 1) b;

  select array_agg(distinct n.owner) into known
    from unnest(p_owner) as n(owner),
         lateral (select from accounts a where a.ledger_id = p_ledger and a.owner = n.owner limit 1) a
   where n.owner <> '';

  select array_agg(distinct n.owner) into frozen
    from unnest(p_owner) as n(owner),
         lateral (select from customers s where s.ledger_id = p_ledger and s.id = n.owner and s.status = 'FROZEN' limit 1) s;

  select array_agg(n.owner), array_agg(n.asset), array_agg(l.amount) into limited, limit_assets, limits
    from unnest(p_owner, p_asset, p_kind) as n(owner, asset, kind),
         lateral (select credit_limit_of(p_ledger, n.owner, n.asset) as amount limit 1) l
   where n.kind = 'receivable' and l.amount is not null;

  select array_agg(o.key), array_agg(o.id), array_agg(o.fingerprint) into used_keys, used_by, fingerprints
    from unnest(p_key) as k(key),
         lateral (select * from operations o where o.ledger_id = p_ledger and o.key = k.key limit 1) o;
end $$;
