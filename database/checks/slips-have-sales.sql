-- Every slip was booked by the sale at its place in the journal, for its customer and its total, and every sale has its
-- slip. A slip is void where its sale was taken back, and only there.
select coalesce(s.number, o.id::text) as subject,
       case when s.id is null then 'is a sale without a slip'
            when o.id is null then 'has no sale at its place in the journal'
            when e.amount is distinct from s.total or e.entries <> 1
            then format('comes to %s, where its sale booked %s as owed by its customer', s.total, coalesce(e.amount, 0))
            when s.status = 'VOID' then 'is void, where its sale stands'
            else 'stands, where its sale was taken back' end as problem
  from (select * from slips where ledger_id = $1) s
  full join (select * from operations where ledger_id = $1 and operation = 'slipCreate') o
    on o.height = s.height and o.index = s.index
  left join lateral (
    select sum(e.amount) as amount, count(*) as entries
      from entries e
      join accounts a on a.ledger_id = $1 and a.id = e.account_id
     where e.ledger_id = $1 and e.height = s.height and e.index = s.index and e.direction = 'DEBIT'
       and e.type = 'SALE_ON_CREDIT' and a.owner = s.customer and a.asset_id = s.asset_id and a.kind = 'receivable'
  ) e on true
  left join operations v on v.ledger_id = $1 and v.reverses = o.id and v.operation = 'slipVoid'
 where s.id is null or o.id is null or e.amount is distinct from s.total or e.entries <> 1
    or (s.status = 'VOID') <> (v.id is not null)
 limit 100
