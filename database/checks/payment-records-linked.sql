-- Every payment record is settled, was recorded by an operation that names it, and agrees with that. One that the wallet
-- paid is linked to its wallet transaction, which took the same amount out of the same customer's wallet, and every
-- operation that names a payment record has one.
select r.id::text as subject,
       case when o.id is null then format('stands at block %s, %s, where no operation is', r.height, r.index)
            when o.data ->> 'payment_record_id' is distinct from r.id::text then format('was recorded by %s, which does not name it', o.id)
            when o.customer is distinct from r.customer then format('is of customer %s, its operation of %s', r.customer, o.customer)
            when r.status <> 'PAID' then format('is %s', r.status)
            when r.provider <> 'wallet' and r.transaction_id is not null then format('was paid by %s, and names the transaction %s', r.provider, r.transaction_id)
            when r.provider = 'wallet' and r.transaction_id is distinct from o.id then format('names the transaction %s, was paid by %s', r.transaction_id, o.id)
            else format('is of %s of asset %s, which %s does not say', r.amount, r.asset_id, o.id) end as problem
  from payment_records r
  left join operations o on o.ledger_id = $1 and o.height = r.height and o.index = r.index
 where r.ledger_id = $1
   and (o.data ->> 'payment_record_id' = r.id::text and o.customer = r.customer and r.status = 'PAID'
        and case when r.provider = 'wallet'
                 then r.transaction_id = o.id and exists (
                   select from entries e
                   join accounts a on a.ledger_id = $1 and a.id = e.account_id
                    where e.ledger_id = $1 and e.height = o.height and e.index = o.index
                      and e.direction = 'DEBIT' and e.type = 'PAYMENT' and e.amount = r.amount
                      and a.owner = r.customer and a.asset_id = r.asset_id and a.kind = 'wallet'
                 )
                 else r.transaction_id is null and o.data ->> 'amount' = r.amount::text
                      and o.data ->> 'provider' = r.provider and o.data ->> 'provider_reference' = r.provider_reference
                      and o.data ->> 'asset' = (select s.code from assets s where s.id = r.asset_id)
            end) is not true
union all
select o.id::text, format('names the payment record %s, which is not there', o.data ->> 'payment_record_id')
  from operations o
 where o.ledger_id = $1
   and o.operation in ('walletSpend', 'cardPaymentRecord')
   and o.data ->> 'payment_record_id' is not null
   and not exists (
     select from payment_records r where r.ledger_id = $1 and r.id::text = o.data ->> 'payment_record_id'
        and r.height = o.height and r.index = o.index
   )
 limit 100
