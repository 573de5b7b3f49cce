-- Credit slips and payments: what the entries of a sale and its payments mean to the customer. They are written by
-- ledger_commit in the transaction of their entries and agree with them at all times: see database/checks.

create type slip_status as enum ('OPEN', 'PARTIALLY_PAID', 'CLOSED', 'VOID');

create table slips (
  ledger_id      bigint not null,
  id             uuid not null,
  number         text collate "C" not null check (length(number) between 1 and 60),
  customer       text collate "C" not null check (length(customer) between 1 and 100),
  store          text collate "C" not null check (length(store) between 1 and 100),
  asset_id       integer not null,
  occurred_at    timestamptz not null,
  status         slip_status not null,
  tax            bigint not null check (tax >= 0),
  discount       bigint not null check (discount >= 0),
  -- Tax less discount, paid after the lines; below zero where the discount is the larger.
  charges_total  bigint not null,
  charges_paid   bigint not null,
  total          bigint not null check (total > 0),
  paid           bigint not null check (paid between 0 and total),
  remaining      bigint not null generated always as (total - paid) stored,
  version        integer not null check (version > 0),
  -- The sale's place in the journal, and the block of the last change.
  height         bigint not null,
  index          integer not null,
  changed_height bigint not null,
  primary key (ledger_id, id),
  check (charges_total = tax - discount),
  check (status = case when paid = total then 'CLOSED' when paid > 0 then 'PARTIALLY_PAID' else 'OPEN' end::slip_status
         or (status = 'VOID' and paid = 0))
) with (fillfactor = 80);

create index slips_by_number on slips (ledger_id, number);
create index slips_open on slips (ledger_id, customer, asset_id) where status in ('OPEN', 'PARTIALLY_PAID');
create index slips_by_customer on slips (ledger_id, customer, height);

create table slip_lines (
  ledger_id   bigint not null,
  slip_id     uuid not null,
  place       integer not null check (place >= 0),
  item_id     text not null,
  description text not null,
  quantity    bigint not null check (quantity > 0),
  unit_price  bigint not null check (unit_price >= 0),
  total       bigint not null check (total = quantity * unit_price),
  paid        bigint not null check (paid between 0 and total),
  remaining   bigint not null generated always as (total - paid) stored,
  primary key (ledger_id, slip_id, place)
) with (fillfactor = 80);

create table payments (
  ledger_id bigint not null,
  id        uuid not null,
  customer  text collate "C" not null,
  store     text collate "C" not null,
  asset_id  integer not null,
  amount    bigint not null check (amount > 0),
  height    bigint not null,
  index     integer not null,
  primary key (ledger_id, id)
);

create index payments_by_place on payments (ledger_id, height, index);

create table payment_tenders (
  ledger_id  bigint not null,
  payment_id uuid not null,
  place      integer not null,
  method     text not null check (method in ('CASH', 'CARD', 'MOBILE', 'BANK_TRANSFER')),
  amount     bigint not null check (amount > 0),
  reference  text check (length(reference) between 1 and 255),
  primary key (ledger_id, payment_id, place)
);

-- Where money went: to a slip, or where slip_id is null to the wallet. Below zero where it is taken back.
create table allocations (
  ledger_id  bigint not null,
  height     bigint not null,
  index      integer not null,
  place      integer not null,
  payment_id uuid,
  slip_id    uuid,
  amount     bigint not null check (amount <> 0),
  -- The slip as this allocation left it.
  status     slip_status,
  remaining  bigint check (remaining >= 0),
  primary key (ledger_id, height, index, place),
  check ((slip_id is null) = (status is null) and (slip_id is null) = (remaining is null))
);

create index allocations_by_slip on allocations (ledger_id, slip_id) where slip_id is not null;
create index allocations_by_payment on allocations (ledger_id, payment_id) where payment_id is not null;

-- A row for each customer whose accounts were ever frozen.
create table customers (
  ledger_id      bigint not null,
  id             text collate "C" not null check (length(id) between 1 and 100),
  status         text not null check (status in ('ACTIVE', 'FROZEN')),
  changed_height bigint not null,
  primary key (ledger_id, id)
);

-- Slips of a batch that another commit changed since they were read, or that are not there. Locks them, in order of id.
create function slips_changed(p_ledger bigint, p_product jsonb) returns uuid[] language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_material = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_ids      uuid[];
  v_versions integer[];
  v_changed  uuid[];
begin
  select array_agg(u.id order by u.id), array_agg(u.expected order by u.id) into v_ids, v_versions
    from jsonb_to_recordset(p_product -> 'updates') as u(id uuid, expected integer);
  if v_ids is null then return null; end if;
  perform from slips s where s.ledger_id = p_ledger and s.id = any (v_ids) order by s.id for update;
  select array_agg(u.id) into v_changed
    from unnest(v_ids, v_versions) as u(id, expected)
   where not exists (select from slips s where s.ledger_id = p_ledger and s.id = u.id and s.version = u.expected);
  return v_changed;
end $$;

-- Writes a batch's slips, payments, allocations and customers' states, at its height. Called by ledger_commit alone.
create function slips_write(p_ledger bigint, p_height bigint, p_product jsonb) returns void language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_material = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_slip record;
  v_line record;
begin
  insert into slips (ledger_id, id, number, customer, store, asset_id, occurred_at, status, tax, discount,
                     charges_total, charges_paid, total, paid, version, height, index, changed_height)
  select p_ledger, n.id, n.number, n.customer, n.store, n.asset, n.occurred_at, n.status, n.tax, n.discount,
         n.charges_total, n.charges_paid, n.total, n.paid, n.version, p_height, n.index, p_height
    from jsonb_to_recordset(p_product -> 'slips') as n(id uuid, number text, customer text, store text, asset integer,
      occurred_at timestamptz, status slip_status, tax bigint, discount bigint, charges_total bigint, charges_paid bigint,
      total bigint, paid bigint, version integer, index integer);

  insert into slip_lines (ledger_id, slip_id, place, item_id, description, quantity, unit_price, total, paid)
  select p_ledger, n.slip, n.place, n.item, n.description, n.quantity, n.price, n.total, n.paid
    from jsonb_to_recordset(p_product -> 'lines') as n(slip uuid, place integer, item text, description text,
      quantity bigint, price bigint, total bigint, paid bigint);

  -- Row by row: a join with the batch could be planned to read all slips of the ledger.
  for v_slip in
    select * from jsonb_to_recordset(p_product -> 'updates')
      as u(id uuid, status slip_status, charges_paid bigint, paid bigint, version integer)
  loop
    update slips s
       set status = v_slip.status, charges_paid = v_slip.charges_paid, paid = v_slip.paid, version = v_slip.version,
           changed_height = p_height
     where s.ledger_id = p_ledger and s.id = v_slip.id;
  end loop;
  for v_line in
    select * from jsonb_to_recordset(p_product -> 'changed_lines') as u(slip uuid, place integer, paid bigint)
  loop
    update slip_lines l set paid = v_line.paid
     where l.ledger_id = p_ledger and l.slip_id = v_line.slip and l.place = v_line.place;
  end loop;

  insert into payments (ledger_id, id, customer, store, asset_id, amount, height, index)
  select p_ledger, n.id, n.customer, n.store, n.asset, n.amount, p_height, n.index
    from jsonb_to_recordset(p_product -> 'payments') as n(id uuid, customer text, store text, asset integer, amount bigint, index integer);

  insert into payment_tenders (ledger_id, payment_id, place, method, amount, reference)
  select p_ledger, n.payment, n.place, n.method, n.amount, n.reference
    from jsonb_to_recordset(p_product -> 'tenders') as n(payment uuid, place integer, method text, amount bigint, reference text);

  insert into allocations (ledger_id, height, index, place, payment_id, slip_id, amount, status, remaining)
  select p_ledger, p_height, n.index, n.place, n.payment, n.slip, n.amount, n.status, n.remaining
    from jsonb_to_recordset(p_product -> 'allocations') as n(index integer, place integer, payment uuid, slip uuid,
      amount bigint, status slip_status, remaining bigint);

  insert into customers as c (ledger_id, id, status, changed_height)
  select p_ledger, n.id, n.status, p_height
    from jsonb_to_recordset(p_product -> 'customers') as n(id text, status text)
  on conflict (ledger_id, id) do update set status = excluded.status, changed_height = excluded.changed_height;
end $$;
