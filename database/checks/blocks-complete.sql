-- Every block has as many operations as it says, numbered from 0 without gaps, and every operation stands in a block.
select format('block %s', coalesce(b.height, o.height)) as subject,
       case when b.height is null then format('has %s operations, and is not there', o.operations)
            else format('says that it has %s operations: it has %s, the last with number %s', b.operations, coalesce(o.operations, 0), o.last) end as problem
  from (select height, operations from blocks where ledger_id = $1) b
  full join (
    -- The primary key tells the numbers apart.
    select height, count(*) as operations, min(index) as first, max(index) as last
      from operations
     where ledger_id = $1
     group by height
  ) o on o.height = b.height
 where (b.operations = o.operations and o.first = 0 and o.last = o.operations - 1) is not true
 limit 100
