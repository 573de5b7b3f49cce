-- Web push: the browsers that customers want to be told in, and the keys by which push services know us. No part of the
-- books: whoever is erased has no rows here.

create table push_subscriptions (
  ledger_id    bigint not null,
  id           uuid not null,
  customer     text collate "C" not null check (length(customer) between 1 and 100),
  -- A customer's subscriptions are numbered, so that no haste can bring more than there are numbers.
  slot         integer not null check (slot between 1 and 20),
  -- Where the browser's push service takes messages for it.
  endpoint     text collate "C" not null check (length(endpoint) between 1 and 2048),
  -- The browser's public key, a point of P-256, and its secret (RFC 8291, 3.2).
  p256dh       bytea not null check (octet_length(p256dh) = 65),
  auth         bytea not null check (octet_length(auth) = 16),
  language     text not null check (language ~ '^[a-z]{2,3}$'),
  show_amounts boolean not null,
  created_at   timestamptz not null,
  -- When the browser will let it go; null where it did not say.
  expires_at   timestamptz,
  primary key (ledger_id, id),
  unique (ledger_id, customer, slot),
  -- A browser has one customer: a shared phone does not show one what became of another's money.
  unique (ledger_id, endpoint)
);

-- The key that signs for a ledger (RFC 8292), made when it is first needed. It is here and not in a file because all
-- instances must have the same one, and because the subscriptions are worth nothing without it.
create table push_keys (
  ledger_id   bigint primary key,
  private_key bytea not null check (octet_length(private_key) = 32)
);

grant select, insert, update, delete on push_subscriptions to pochi_app;
grant select, insert on push_keys to pochi_app;
