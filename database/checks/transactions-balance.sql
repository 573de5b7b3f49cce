-- Every transaction has at least two entries, and in each asset its debits equal its credits. Every entry belongs to an
-- operation, and every operation has entries if its name says that it moves money, and only then.
select coalesce(o.id::text, format('operation %s of block %s', t.index, t.height)) as subject,
       case when o.id is null then format('has %s entries, and is not there', t.entries)
            when t.entries is null then format('is a %s without entries', o.operation)
            when o.operation in ('walletCreate', 'cardPaymentRecord') then format('is a %s with %s entries', o.operation, t.entries)
            else format('is off balance by %s in its %s entries in %s', t.excess, t.entries,
                        (select code from assets where id = t.asset_id)) end as problem
  from (select height, index, id, operation from operations where ledger_id = $1) o
  full join (
    select e.height, e.index, a.asset_id, count(*) as entries,
           sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) as excess
      from entries e
      left join accounts a on a.ledger_id = $1 and a.id = e.account_id
     where e.ledger_id = $1
     group by e.height, e.index, a.asset_id
  ) t on t.height = o.height and t.index = o.index
 where t.excess <> 0
    or t.entries < 2
    or o.id is null
    or (t.entries is null and o.operation in (
         'walletTopup', 'walletBonus', 'walletSpend', 'walletWithdraw', 'walletTransfer', 'transactionReverse',
         'slipCreate', 'paymentProcess', 'slipApplyWallet', 'changeStore', 'slipVoid'))
    or (t.entries is not null and o.operation in ('walletCreate', 'cardPaymentRecord'))
 limit 100
