-- Accounts are told apart by owner, asset and kind: no two are the same, and none has a name that could pass for another.
select format('account %s', id) as subject,
       case when id <> first_id then format('is the same as account %s', first_id)
            when (owner <> '') <> (kind in ('wallet', 'receivable', 'held')) then format('of owner %L cannot be of kind %L', owner, kind)
            else 'has a control character in its owner or kind' end as problem
  from (
    select id, owner, kind, first_value(id) over (partition by owner, asset_id, kind order by id) as first_id
      from accounts
     where ledger_id = $1
  ) a
 where id <> first_id or (owner <> '') <> (kind in ('wallet', 'receivable', 'held'))
    or owner ~ '[\u0001-\u001f]' or kind ~ '[\u0001-\u001f]'
 limit 100
