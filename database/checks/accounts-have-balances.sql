-- Every account has its balance row, in its own asset, and every balance row its account.
select format('account %s', coalesce(a.id, b.account_id)) as subject,
       case when b.account_id is null then 'has no balance row'
            when a.id is null then 'has a balance row, and is not there'
            else format('is kept in asset %s, and its balance in asset %s', a.asset_id, b.asset_id) end as problem
  from (select id, asset_id from accounts where ledger_id = $1) a
  full join (select account_id, asset_id from wallet_balances where ledger_id = $1) b on b.account_id = a.id
 where a.id is null or b.account_id is null or a.asset_id <> b.asset_id
 limit 100
