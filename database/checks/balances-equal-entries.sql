-- Every account's balance is the sum of its entries and its seq is their number, and none of them ever left it outside
-- its floor and ceiling.
select format('account %s', coalesce(b.account_id, e.account_id)) as subject,
       case when b.account_id is null then format('has %s entries and no balance', e.entries)
            when b.balance <> coalesce(e.sum, 0) or b.seq <> coalesce(e.entries, 0)
            then format('has balance %s and seq %s, where its entries come to %s and %s',
                        b.balance, b.seq, coalesce(e.sum, 0), coalesce(e.entries, 0))
            else format('was at %s to %s, outside %s and %s', e.lowest, e.highest, b.floor, b.ceiling) end as problem
  from (select account_id, balance, seq, floor, ceiling from wallet_balances where ledger_id = $1) b
  full join (
    select account_id, count(*) as entries, sum(case direction when 'CREDIT' then amount else -amount end) as sum,
           min(balance_after) as lowest, max(balance_after) as highest
      from entries
     where ledger_id = $1
     group by account_id
  ) e on e.account_id = b.account_id
 where b.account_id is null or b.balance <> coalesce(e.sum, 0) or b.seq <> coalesce(e.entries, 0)
    or e.lowest < b.floor or e.highest > b.ceiling
 limit 100
