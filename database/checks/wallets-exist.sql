-- Every wallet that was created is there.
select o.id::text as subject,
       format('created the wallet of customer %s in %s, which is not there', o.customer, o.data ->> 'asset') as problem
  from operations o
  left join assets s on s.code = o.data ->> 'asset'
 where o.ledger_id = $1
   and o.operation = 'walletCreate'
   and not exists (
     select from accounts a where a.ledger_id = $1 and a.owner = o.customer and a.asset_id = s.id and a.kind = 'wallet'
   )
 limit 100
