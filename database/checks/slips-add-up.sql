-- A slip's lines, tax and discount are its total; what is paid on them is what is paid on it, and nowhere more than is
-- due; its status says so.
select coalesce(s.number, l.slip_id::text) as subject,
       case when s.id is null then format('has %s lines, and is not there', l.lines)
            when l.lines is null then 'has no lines'
            when l.total + s.tax - s.discount <> s.total or s.charges_total <> s.tax - s.discount
            then format('comes to %s, where its parts come to %s + %s - %s', s.total, l.total, s.tax, s.discount)
            when l.paid + s.charges_paid <> s.paid
            then format('has %s paid, where its parts have %s + %s', s.paid, l.paid, s.charges_paid)
            when l.wrong > 0 then format('has %s lines that do not add up', l.wrong)
            when s.paid + s.remaining <> s.total or s.paid not between 0 and s.total
            then format('has %s paid and %s remaining of %s', s.paid, s.remaining, s.total)
            else format('is %s with %s paid of %s', s.status, s.paid, s.total) end as problem
  from (select * from slips where ledger_id = $1) s
  full join (
    select slip_id, count(*) as lines, sum(total) as total, sum(paid) as paid,
           count(*) filter (where total <> quantity * unit_price or paid + remaining <> total or paid not between 0 and total) as wrong
      from slip_lines
     where ledger_id = $1
     group by slip_id
  ) l on l.slip_id = s.id
 where s.id is null
    or l.lines is null
    or l.total + s.tax - s.discount <> s.total
    or s.charges_total <> s.tax - s.discount
    or l.paid + s.charges_paid <> s.paid
    or l.wrong > 0
    or s.paid + s.remaining <> s.total
    or s.paid not between 0 and s.total
    or s.status <> case when s.status = 'VOID' and s.paid = 0 then 'VOID'
                        when s.paid = s.total then 'CLOSED'
                        when s.paid > 0 then 'PARTIALLY_PAID'
                        else 'OPEN' end::slip_status
 limit 100
