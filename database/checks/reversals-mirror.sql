-- A reversal comes after the transaction that it takes back, is the only one to do so, is not reversed itself, and leaves
-- nothing of it with any owner, in any asset. What a customer's wallet could not give back is owed: both are one there.
-- Only of the points that it awarded some may stay, where they were spent since.
with pairs as (
  select r.id, r.reverses, r.height, r.index, o.height as original_height, o.index as original_index,
         o.reverses as original_reverses, count(*) over (partition by r.reverses) as times
    from operations r
    left join operations o on o.ledger_id = $1 and o.id = r.reverses
   where r.ledger_id = $1 and r.reverses is not null
), moved as (
  select p.id, e.account_id, sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) as change,
         sum(case when e.type <> 'POINTS' then 0 when e.direction = 'CREDIT' then e.amount else -e.amount end) as awarded
    from (
      select id, height, index from pairs
      union all
      select id, original_height, original_index from pairs
    ) p
    join entries e on e.ledger_id = $1 and e.height = p.height and e.index = p.index
   group by p.id, e.account_id
  having sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) <> 0
)
select id::text as subject,
       case when original_height is null then format('reverses %s, which is not there', reverses)
            when times > 1 then format('reverses %s, as others do', reverses)
            when original_reverses is not null then format('reverses %s, a reversal', reverses)
            else format('reverses %s, which comes after it', reverses) end as problem
  from pairs
 where original_height is null or times > 1 or original_reverses is not null
    or (original_height, original_index) >= (height, index)
union all
select m.id::text, format('leaves %s %s of what it reverses with %s', sum(m.change), s.code, coalesce(nullif(a.owner, ''), 'the house'))
  from moved m
  join accounts a on a.ledger_id = $1 and a.id = m.account_id
  join assets s on s.id = a.asset_id
 group by m.id, s.code, a.owner, case when a.kind in ('wallet', 'receivable') then 'wallet' else a.kind end
having sum(m.change) not between least(0, sum(m.awarded)) and greatest(0, sum(m.awarded))
 limit 100
