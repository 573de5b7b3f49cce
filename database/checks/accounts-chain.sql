-- The entries of every account are numbered from 1 without gaps, in the order of the journal; each takes over the balance
-- that the one before left, the first zero, and leaves it changed by its amount.
select format('account %s', account_id) as subject,
       case when seq <> previous_seq + 1 then format('entry %s follows entry %s', seq, previous_seq)
            when balance_before <> previous_balance
            then format('entry %s starts at %s, where entry %s ends at %s', seq, balance_before, previous_seq, previous_balance)
            when balance_after - balance_before <> change
            then format('entry %s goes from %s to %s by %s', seq, balance_before, balance_after, change)
            else format('entry %s stands in block %s, before the block of entry %s', seq, height, previous_seq) end as problem
  from (
    select account_id, seq, height, index, balance_before, balance_after,
           case direction when 'CREDIT' then amount else -amount end as change,
           lag(seq, 1, 0::bigint) over account as previous_seq,
           lag(balance_after, 1, 0::bigint) over account as previous_balance,
           lag(height, 1, 0::bigint) over account as previous_height,
           lag(index, 1, 0) over account as previous_index
      from entries
     where ledger_id = $1
    window account as (partition by account_id order by seq)
  ) e
 where seq <> previous_seq + 1 or balance_before <> previous_balance or balance_after - balance_before <> change
    or height < previous_height or (height = previous_height and index < previous_index)
 limit 100
