-- The service works as pochi_app, which owns nothing: it can add to the books and read them, never change or delete.

do $$
begin
  create role pochi_app nologin;
exception
  -- Roles are shared by all databases of a server: another one may have made it, even in this moment. Or this login may
  -- not make roles, and an administrator did.
  when duplicate_object or unique_violation or insufficient_privilege then null;
end $$;

grant usage on schema public to pochi_app;
grant select, insert on assets, ledgers, blocks, accounts, callers, operations, entries to pochi_app;
grant select, insert on wallet_balances to pochi_app;
-- Not the bounds: what the service may not change, a defect in it can't either.
grant update (balance, seq) on wallet_balances to pochi_app;
grant select on ledger_heads to pochi_app;
grant update (height, hash, recorded_at) on ledger_heads to pochi_app;
grant select, insert on payments, payment_tenders, allocations, slips, slip_lines, customers to pochi_app;
grant update (charges_paid, paid, status, version, changed_height) on slips to pochi_app;
grant update (paid) on slip_lines to pochi_app;
grant update (status, changed_height) on customers to pochi_app;
grant select on transactions to pochi_app;
grant usage on sequence account_id_blocks to pochi_app;

-- Even the owner is stopped, short of removing the trigger first. Triggers move nothing here; they only refuse.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the books are only ever added to', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  v_table text;
begin
  -- Citus has no triggers on distributed tables; there the role's missing rights stand alone.
  if exists (select from pg_extension where extname = 'citus') then return; end if;
  foreach v_table in array array['blocks', 'accounts', 'callers', 'operations', 'entries', 'payments', 'payment_tenders', 'allocations'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', v_table);
    execute format('create trigger append_only_truncate before truncate on %I for each statement execute function refuse_change()', v_table);
  end loop;
end $$;
