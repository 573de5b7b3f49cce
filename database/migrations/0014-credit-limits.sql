-- How much a customer may owe in an asset before new credit slips are refused. The row of the empty customer is for
-- everybody who has none of their own; without an amount there is no limit.
create table credit_limits (
  ledger_id      bigint not null,
  customer       text collate "C" not null check (length(customer) <= 100),
  asset_id       integer not null,
  -- Minor units of the asset.
  amount         bigint check (amount >= 0),
  changed_height bigint not null,
  primary key (ledger_id, customer, asset_id)
);

-- The limit that counts for a customer now, or null.
create function credit_limit_of(p_ledger bigint, p_customer text, p_asset integer) returns bigint language plpgsql stable
set enable_seqscan = off
set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_amount bigint;
begin
  select l.amount into v_amount from credit_limits l
   where l.ledger_id = p_ledger and l.customer = p_customer and l.asset_id = p_asset;
  if found then return v_amount; end if;
  select l.amount into v_amount from credit_limits l
   where l.ledger_id = p_ledger and l.customer = '' and l.asset_id = p_asset;
  return v_amount;
end $$;

-- Customers of a batch whose limit is another than the one that was decided on.
create function credit_limits_changed(p_ledger bigint, p_product jsonb) returns text[] language sql stable as $$
  select array_agg(distinct n.customer)
    from jsonb_to_recordset(p_product -> 'limits_seen') as n(customer text, asset integer, amount bigint)
   where credit_limit_of(p_ledger, n.customer, n.asset) is distinct from n.amount
$$;

-- Writes the limits that a batch sets, at its height. Called by ledger_commit alone.
create function credit_limits_write(p_ledger bigint, p_height bigint, p_product jsonb) returns void language sql as $$
  insert into credit_limits as l (ledger_id, customer, asset_id, amount, changed_height)
  select p_ledger, n.customer, n.asset, n.amount, p_height
    from jsonb_to_recordset(p_product -> 'limits') as n(customer text, asset integer, amount bigint)
  on conflict (ledger_id, customer, asset_id) do update
    set amount = excluded.amount, changed_height = excluded.changed_height
$$;

grant select, insert on credit_limits to pochi_app;
grant update (amount, changed_height) on credit_limits to pochi_app;
