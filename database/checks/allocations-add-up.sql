-- The allocations to a slip, over all operations, come to what is paid on it; each says what it left of the slip, and the
-- last one agrees with the slip.
with told as (
  select l.slip_id, l.height, l.index, l.place, l.status, l.remaining, sum(l.amount) over w as paid,
         row_number() over (partition by l.slip_id order by l.height desc, l.index desc, l.place desc) as from_last
    from allocations l
   where l.ledger_id = $1 and l.slip_id is not null
  window w as (partition by l.slip_id order by l.height, l.index, l.place)
)
select coalesce(s.number, t.slip_id::text) as subject,
       case when s.id is null then 'has allocations, and is not there'
            when t.slip_id is null then format('has %s paid, and no allocations', s.paid)
            when t.remaining <> s.total - t.paid
            then format('had %s remaining after an allocation that left %s', t.remaining, s.total - t.paid)
            when t.paid <> s.paid then format('has %s paid, and allocations of %s', s.paid, t.paid)
            else format('is %s, where its last allocation left it %s', s.status, t.status) end as problem
  from (select * from slips where ledger_id = $1) s
  full join told t on t.slip_id = s.id
 where s.id is null
    or (t.slip_id is null and s.paid <> 0)
    or t.remaining <> s.total - t.paid
    or (t.from_last = 1 and (t.paid <> s.paid or (t.status <> s.status and s.status <> 'VOID')))
 limit 100
