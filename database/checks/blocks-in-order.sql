-- The blocks of the journal are numbered from 1 without gaps, no block is older than the one before, and none is newer
-- than the head, which is the last of them.
select format('block %s', height) as subject,
       case when height <> previous_height + 1 then format('follows block %s', previous_height)
            when recorded_at < previous_at then format('was recorded at %s, before the block below it', recorded_at)
            else format('was recorded at %s, which is no whole millisecond', recorded_at) end as problem
  from (
    select height, recorded_at,
           lag(height, 1, 0::bigint) over (order by height) as previous_height,
           lag(recorded_at) over (order by height) as previous_at
      from blocks
     where ledger_id = $1
  ) b
 where height <> previous_height + 1 or recorded_at < previous_at or recorded_at <> date_trunc('milliseconds', recorded_at)
union all
select 'the head', format('is at height %s, and the last block at %s; their hashes or times differ', h.height, coalesce(b.height, 0))
  from (select 1) one
  left join ledger_heads h on h.ledger_id = $1
  left join lateral (
    select height, hash, recorded_at from blocks where ledger_id = $1 order by height desc limit 1
  ) b on true
 where (h.height, h.hash, h.recorded_at) is distinct from
       (coalesce(b.height, 0), coalesce(b.hash, sha256(convert_to('pochi ledger ' || $1::bigint, 'UTF8'))), coalesce(b.recorded_at, 'epoch'))
 limit 100
