-- How customers earn points: so many for each `per_amount` of an action in an asset. An administrator sets these; a change
-- is in force for what is decided from then on, and within seconds on every instance.
create table point_rules (
  ledger_id  bigint not null,
  action     text collate "C" not null check (action in ('topup', 'spend', 'pay', 'slip_payment')),
  asset_id   integer not null,
  -- Minor units of the asset.
  per_amount bigint not null check (per_amount > 0),
  points     bigint not null check (points > 0),
  -- The most that one transaction can earn.
  cap        bigint check (cap > 0),
  active     boolean not null,
  primary key (ledger_id, action, asset_id)
);

grant select, insert, update, delete on point_rules to pochi_app;
