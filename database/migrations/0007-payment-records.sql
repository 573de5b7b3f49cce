-- Payment records: what a customer paid for, with the wallet (then linked to the wallet transaction, both ways) or by a
-- provider outside (then to none). Written by ledger_commit in the transaction of the wallet's entries.

create type payment_record_status as enum ('PENDING', 'PAID', 'FAILED');

create table payment_records (
  ledger_id          bigint not null,
  id                 uuid not null,
  customer           text collate "C" not null check (length(customer) between 1 and 100),
  asset_id           integer not null,
  amount             bigint not null check (amount > 0),
  status             payment_record_status not null,
  -- `wallet`, or who was paid outside, with their own number for it.
  provider           text not null check (length(provider) between 1 and 50),
  provider_reference text check (length(provider_reference) between 1 and 255),
  service_id         text check (length(service_id) between 1 and 100),
  description        text check (length(description) between 1 and 500),
  -- The operation that recorded it, by its place in the journal.
  height             bigint not null,
  index              integer not null,
  -- Its wallet transaction, whose data name this record in turn; null where the wallet took no part.
  transaction_id     uuid,
  primary key (ledger_id, id),
  check ((provider = 'wallet') = (provider_reference is null)),
  check (transaction_id is null or provider = 'wallet'),
  check (status <> 'PAID' or provider <> 'wallet' or transaction_id is not null)
) with (fillfactor = 80);

create index payment_records_by_customer on payment_records (ledger_id, customer, height);
create index payment_records_by_place on payment_records (ledger_id, height, index);

-- Writes a batch's payment records, at its height. Called by ledger_commit alone. A record begins PENDING; it is linked to
-- its wallet transaction and PAID before anyone else can see it, or there is none of it.
create function payment_records_write(p_ledger bigint, p_height bigint, p_product jsonb) returns void language plpgsql
set enable_seqscan = off
set enable_bitmapscan = off
set enable_material = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_record record;
begin
  for v_record in
    select * from jsonb_to_recordset(p_product -> 'payment_records') as n(id uuid, customer text, asset integer, amount bigint,
      provider text, provider_reference text, service_id text, description text, index integer, transaction uuid)
  loop
    insert into payment_records (ledger_id, id, customer, asset_id, amount, status, provider, provider_reference,
                                 service_id, description, height, index)
    values (p_ledger, v_record.id, v_record.customer, v_record.asset, v_record.amount, 'PENDING', v_record.provider,
            v_record.provider_reference, v_record.service_id, v_record.description, p_height, v_record.index);
    update payment_records r set status = 'PAID', transaction_id = v_record.transaction
     where r.ledger_id = p_ledger and r.id = v_record.id;
  end loop;
end $$;

grant select, insert on payment_records to pochi_app;
grant update (status, transaction_id) on payment_records to pochi_app;

-- A record that is settled stays as it is, whoever asks.
do $$
begin
  if exists (select from pg_extension where extname = 'citus') then return; end if;
  create trigger settled_stays before update on payment_records
    for each row when (old.status <> 'PENDING') execute function refuse_change();
  create trigger append_only before delete on payment_records for each row execute function refuse_change();
  create trigger append_only_truncate before truncate on payment_records
    for each statement execute function refuse_change();
end $$;
