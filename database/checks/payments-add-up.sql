-- A payment's tenders, its allocations and what its operation took in are each its amount, and every payment that was
-- recorded is there.
select coalesce(p.id, o.id)::text as subject,
       case when p.id is null then 'recorded a payment that is not there'
            when o.id is null then 'has no operation at its place in the journal'
            when t.amount is distinct from p.amount
            then format('is of %s, and its tenders of %s', p.amount, coalesce(t.amount, 0))
            when l.amount is distinct from p.amount
            then format('is of %s, and its allocations of %s', p.amount, coalesce(l.amount, 0))
            else format('is of %s, where its operation took in %s', p.amount, coalesce(e.amount, 0)) end as problem
  from (select * from payments where ledger_id = $1) p
  full join (select * from operations where ledger_id = $1 and operation = 'paymentProcess') o
    on o.height = p.height and o.index = p.index
  left join (
    select payment_id, sum(amount) as amount from payment_tenders where ledger_id = $1 group by payment_id
  ) t on t.payment_id = p.id
  left join (
    select payment_id, height, index, sum(amount) as amount
      from allocations
     where ledger_id = $1 and payment_id is not null
     group by payment_id, height, index
  ) l on l.payment_id = p.id and l.height = p.height and l.index = p.index
  left join lateral (
    select sum(e.amount) as amount
      from entries e
      join accounts a on a.ledger_id = $1 and a.id = e.account_id
     where e.ledger_id = $1 and e.height = p.height and e.index = p.index
       and a.owner = p.customer and a.asset_id = p.asset_id and e.direction = 'CREDIT'
  ) e on true
 where p.id is null or o.id is null or t.amount is distinct from p.amount or l.amount is distinct from p.amount
    or e.amount is distinct from p.amount
union all
select t.payment_id::text, 'has tenders, and is not there'
  from payment_tenders t
 where t.ledger_id = $1 and not exists (select from payments p where p.ledger_id = $1 and p.id = t.payment_id)
 limit 100
