-- What a customer owes is what the open slips need, and what reversals could not take back from the wallet. So: what
-- sales, payments and voids did to the receivable account, less what reversals took off slips, is what the open slips
-- need; and a reversal never takes less off the account than off the slips.
with owing as (
  select id, owner, asset_id from accounts where ledger_id = $1 and kind = 'receivable'
), booked as (
  select a.owner, a.asset_id, e.type, o.id, o.height, o.index,
         sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) as change
    from owing a
    join entries e on e.ledger_id = $1 and e.account_id = a.id
    join operations o on o.ledger_id = $1 and o.height = e.height and o.index = e.index
   group by a.owner, a.asset_id, e.type, o.id, o.height, o.index
), reopened as (
  select s.customer as owner, s.asset_id, l.height, l.index, sum(l.amount) as change
    from allocations l
    join operations o on o.ledger_id = $1 and o.height = l.height and o.index = l.index and o.operation = 'transactionReverse'
    join slips s on s.ledger_id = $1 and s.id = l.slip_id
   where l.ledger_id = $1
   group by s.customer, s.asset_id, l.height, l.index
), needed as (
  select customer as owner, asset_id, -sum(remaining) as change
    from slips
   where ledger_id = $1 and status in ('OPEN', 'PARTIALLY_PAID')
   group by customer, asset_id
), both_sides as (
  select owner, asset_id, change as accounts, 0 as slips from booked where type <> 'REVERSAL'
  union all
  select owner, asset_id, change, 0 from reopened
  union all
  select owner, asset_id, 0, change from needed
)
select format('customer %s', owner) as subject,
       format('owes %s %s for slips, where the open slips need %s', -sum(accounts), s.code, -sum(slips)) as problem
  from both_sides
  join assets s on s.id = asset_id
 group by owner, s.code
having sum(accounts) <> sum(slips)
union all
select coalesce(b.id::text, format('operation %s of block %s', r.index, r.height)),
       format('takes %s off what customer %s owes for slips, and %s off the account', -r.change, r.owner, -coalesce(b.change, 0))
  from reopened r
  left join booked b on b.height = r.height and b.index = r.index and b.owner = r.owner and b.asset_id = r.asset_id and b.type = 'REVERSAL'
 where coalesce(b.change, 0) > r.change
 limit 100
