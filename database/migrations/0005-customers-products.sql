-- Who the customers are, and what the shop sells: our own copies of what a till or a shop system knows. Neither is part
-- of the books. `customer_profiles` is the one place of personal data, and can be erased; the books name customers by
-- their id alone.

create table customer_profiles (
  ledger_id             bigint not null,
  -- The customer's id as the books know it.
  id                    text collate "C" not null check (length(id) between 1 and 100),
  -- One more with each change: a writer that read an older one reads again.
  version               integer not null check (version > 0),
  name                  text,
  nickname              text,
  email                 text,
  phone_number          text,
  customer_code         text,
  date_of_birth         date,
  city                  text,
  region                text,
  address               text,
  country_code          text,
  postal_code           text,
  note                  text,
  total_points          numeric(18, 4) not null default 0,
  total_visits          bigint not null default 0 check (total_visits >= 0),
  -- Minor units of the asset beside it, which is null where nothing was ever spent.
  total_spent           bigint not null default 0,
  asset_id              integer,
  first_visit           timestamptz,
  last_visit            timestamptz,
  -- The customer's id at Loyverse; once erased, a hash of it, so that the next sync leaves the customer out.
  loyverse_id           text collate "C" check (length(loyverse_id) between 1 and 100),
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  deleted_at            timestamptz,
  permanent_deletion_at timestamptz,
  erased                boolean not null default false,
  -- What search compares: see src/queries/search-text.ts, which alone makes these.
  name_key              text collate "C" not null,
  email_key             text collate "C" not null,
  code_key              text collate "C" not null,
  phone_digits          text collate "C" not null,
  -- Every three letters in a row of the keys. An index of these finds any part of a name without an extension.
  grams                 text[] collate "C" not null,
  primary key (ledger_id, id),
  unique (ledger_id, loyverse_id),
  check (total_spent = 0 or asset_id is not null),
  -- Whoever is erased has left nothing behind.
  check (not erased or (
    num_nonnulls(name, nickname, email, phone_number, customer_code, date_of_birth, city, region, address, country_code,
                 postal_code, note, first_visit, last_visit) = 0
    and total_points = 0 and total_visits = 0 and total_spent = 0
    and name_key = '' and email_key = '' and code_key = '' and phone_digits = '' and grams = '{}'
    and permanent_deletion_at is not null
  ))
);

-- Searched far more often than written: nothing waits in a list that every search would have to read.
create index customer_profiles_by_gram on customer_profiles using gin (grams) with (fastupdate = off);

-- Items of the catalogue in the shape of spec/credit-wallet.md. Prices inside `variants` are texts of minor units.
create table products (
  ledger_id           bigint not null,
  id                  text collate "C" not null check (length(id) between 1 and 100),
  -- The asset that its prices are in.
  asset_id            integer not null,
  handle              text,
  reference_id        text,
  item_name           text not null,
  description         text,
  track_stock         boolean not null,
  sold_by_weight      boolean not null,
  is_composite        boolean not null,
  use_production      boolean not null,
  category_id         text,
  components          jsonb not null,
  primary_supplier_id text,
  tax_ids             jsonb not null,
  modifier_ids        jsonb not null,
  form                text,
  color               text,
  image_url           text,
  option1_name        text,
  option2_name        text,
  option3_name        text,
  variants            jsonb not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  deleted_at          timestamptz,
  -- SHA-256 of all that: tells whether an item that comes again is another.
  digest              bytea not null check (octet_length(digest) = 32),
  primary key (ledger_id, id)
);

-- How far we have read somebody else's lists.
create table sync_cursors (
  ledger_id bigint not null,
  source    text collate "C" not null,
  feed      text collate "C" not null,
  -- What changed from then on is asked for; null for everything.
  since     timestamptz,
  -- The page to go on with where a pass was cut, and what to remember when it is complete.
  cursor    text,
  started   timestamptz,
  newest    timestamptz,
  primary key (ledger_id, source, feed)
);

grant select, insert, update, delete on customer_profiles, products, sync_cursors to pochi_app;
