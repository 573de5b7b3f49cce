-- Over all accounts of an asset, the balances sum to zero: what one holds, another owes.
select s.code as subject, format('its %s balances sum to %s', count(*), sum(b.balance)) as problem
  from wallet_balances b
  join accounts a on a.ledger_id = $1 and a.id = b.account_id
  join assets s on s.id = a.asset_id
 where b.ledger_id = $1
 group by s.code
having sum(b.balance) <> 0
 limit 100
