-- Every account has the floor and the ceiling of its kind, and its balance is between them.
select format('account %s', b.account_id) as subject,
       format('has balance %s within %s and %s, where an account of kind %s has the bounds %s and %s',
              b.balance, b.floor, b.ceiling, a.kind, k.floor, k.ceiling) as problem
  from wallet_balances b
  join accounts a on a.ledger_id = $1 and a.id = b.account_id
 cross join lateral (
   -- As src/ledger/account.ts has them.
   select case when a.kind in ('wallet', 'held') then 0 else -9000000000000000 end as floor,
          case when a.kind = 'receivable' then 0 else 9000000000000000 end as ceiling
 ) k
 where b.ledger_id = $1
   and (b.floor <> k.floor or b.ceiling <> k.ceiling or b.balance < k.floor or b.balance > k.ceiling)
 limit 100
