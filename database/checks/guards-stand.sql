-- What guards the books stands: the triggers that refuse changes, and the indexes that tell accounts, operations and
-- entries apart. (A database spread by Citus has no such triggers.)
select format('trigger %s on %s', g.name, g.relation) as subject,
       case t.tgenabled when 'D' then 'is disabled' else 'is not there' end as problem
  from (values ('blocks'), ('accounts'), ('callers'), ('operations'), ('entries'), ('payments'), ('payment_tenders'),
                      ('allocations'), ('payment_records'), ('log_nodes'), ('checkpoints'), ('checkpoint_keys')) as r(relation)
 cross join lateral (values (r.relation, 'append_only'), (r.relation, 'append_only_truncate')) as g(relation, name)
  left join pg_trigger t on t.tgrelid = g.relation::regclass and t.tgname = g.name
 where t.tgenabled is distinct from 'O'
   and not exists (select from pg_extension where extname = 'citus')
   and $1::bigint is not null
union all
select format('index %s', g.name), 'is not there, not unique, or not valid'
  from (values ('ledger_heads_pkey'), ('blocks_pkey'), ('accounts_pkey'), ('wallet_balances_pkey'), ('callers_pkey'),
               ('operations_pkey'), ('operations_by_id'), ('operations_by_key'), ('operations_reversed_once'), ('entries_pkey')) as g(name)
  left join pg_index i on i.indexrelid = to_regclass(g.name)
 where (i.indisunique and i.indisvalid and i.indisready) is not true
 limit 100
