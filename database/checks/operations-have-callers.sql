-- Of every operation it is known who asked for it.
select o.id::text as subject, format('names the caller %s, who is not there', o.caller_id) as problem
  from operations o
 where o.ledger_id = $1
   and not exists (select from callers c where c.ledger_id = $1 and c.id = o.caller_id)
 limit 100
