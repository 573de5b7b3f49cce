/** The truth of one ledger's books, worked out from the entries alone and in SQL that shares nothing with the service. */
import type { Pool } from '../../src/database/pool.ts';

const RULES: Readonly<Record<string, string>> = {
  'a balance is not the sum of its entries': `
    select b.account_id, b.balance, b.seq, s.sum, s.count
      from wallet_balances b
      left join lateral (
        select coalesce(sum(case direction when 'CREDIT' then amount else -amount end), 0) as sum, count(*) as count
          from entries e where e.ledger_id = b.ledger_id and e.account_id = b.account_id
      ) s on true
     where b.ledger_id = $1 and (b.balance <> s.sum or b.seq <> s.count)`,
  'the entries of an account are not one chain': `
    select * from (
      select account_id, seq, balance_before,
             row_number() over w as place, coalesce(lag(balance_after) over w, 0) as before
        from entries where ledger_id = $1
      window w as (partition by account_id order by seq)
    ) e where e.seq <> e.place or e.balance_before <> e.before`,
  'a transaction is not balanced': `
    select e.height, e.index, a.asset_id, sum(case e.direction when 'CREDIT' then e.amount else -e.amount end)
      from entries e join accounts a on a.ledger_id = $1 and a.id = e.account_id
     where e.ledger_id = $1
     group by e.height, e.index, a.asset_id
    having sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) <> 0 or count(*) < 2`,
  'an entry belongs to no operation': `
    select e.height, e.index from entries e
     where e.ledger_id = $1 and not exists (
       select from operations o where o.ledger_id = $1 and o.height = e.height and o.index = e.index)`,
  'an account has no balance, or the other way round': `
    select a.id, b.account_id
      from (select * from accounts where ledger_id = $1) a
      full join (select * from wallet_balances where ledger_id = $1) b on b.account_id = a.id
     where a.id is null or b.account_id is null or a.asset_id <> b.asset_id`,
  'a block does not count its operations': `
    select b.height, b.operations, o.count, o.last
      from blocks b
      left join lateral (
        select count(*) as count, max(index) + 1 as last from operations o
         where o.ledger_id = $1 and o.height = b.height
      ) o on true
     where b.ledger_id = $1 and (b.operations <> o.count or b.operations <> o.last)`,
  'the head is not the last block': `
    select h.height, l.height as last, l.count
      from ledger_heads h
      left join lateral (select max(height) as height, count(*) as count from blocks where ledger_id = $1) l on true
     where h.ledger_id = $1 and (h.height <> coalesce(l.height, 0) or h.height <> l.count)`,
  'an operation stands in no block': `
    select o.height from operations o
     where o.ledger_id = $1 and not exists (select from blocks b where b.ledger_id = $1 and b.height = o.height)`,
};

/**
 * The same of what stands behind block $2 alone: where all was well before, nothing else can have come to be wrong. Written so
 * that no plan, whatever the planner knows or believes, reads all of the books for it.
 */
const RULES_BEHIND: Readonly<Record<string, string>> = {
  'an entry does not follow the one before it': `
    select e.account_id, e.seq, e.balance_before, p.balance_after as before
      from entries e
      left join lateral (
        select p.seq, p.balance_after from entries p
         where p.ledger_id = $1 and p.account_id = e.account_id and p.seq = e.seq - 1 limit 1
      ) p on true
     where e.ledger_id = $1 and e.height > $2
       and (e.balance_before <> coalesce(p.balance_after, 0) or (p.seq is null) <> (e.seq = 1))`,
  'a balance is not that of its last entry': `
    select b.account_id, b.balance, b.seq, e.balance_after, e.seq as last
      from (select distinct on (account_id) account_id, seq, balance_after
              from entries where ledger_id = $1 and height > $2 order by account_id, seq desc) e
      left join wallet_balances b on b.ledger_id = $1 and b.account_id = e.account_id
     where b.balance is distinct from e.balance_after or b.seq is distinct from e.seq`,
  'a transaction is not balanced': `
    select e.height, e.index, a.asset_id, sum(case e.direction when 'CREDIT' then e.amount else -e.amount end)
      from entries e join accounts a on a.ledger_id = $1 and a.id = e.account_id
     where e.ledger_id = $1 and e.height > $2
     group by e.height, e.index, a.asset_id
    having sum(case e.direction when 'CREDIT' then e.amount else -e.amount end) <> 0 or count(*) < 2`,
  'an entry belongs to no operation': `
    select e.height, e.index from entries e
     where e.ledger_id = $1 and e.height > $2 and not exists (
       select from operations o
        where o.ledger_id = $1 and o.height > $2 and o.height = e.height and o.index = e.index)`,
  'a block does not count its operations': `
    select height, b.operations, o.count
      from (select height, operations from blocks where ledger_id = $1 and height > $2) b
      full join (select height, count(*), max(index) + 1 as last from operations
                  where ledger_id = $1 and height > $2 group by height) o using (height)
     where b.operations is distinct from o.count or b.operations is distinct from o.last`,
  'the head is not the last block': `
    select h.height, l.height as last, l.count
      from ledger_heads h
      cross join (select max(height) as height, count(*) as count from blocks where ledger_id = $1 and height > $2) l
     where h.ledger_id = $1 and (h.height <> coalesce(l.height, $2) or h.height <> $2 + l.count)`,
};

/** Everything that is wrong with the ledger, a line each; nothing where all is well. */
export const violations = (database: Pool, ledgerId: bigint): Promise<string[]> => broken(database, RULES, [ledgerId]);

/** Everything that is wrong behind this block, a line each: for books that are looked at again and again as they grow. */
export const violationsBehind = (database: Pool, ledgerId: bigint, height: bigint): Promise<string[]> =>
  broken(database, RULES_BEHIND, [ledgerId, height]);

async function broken(database: Pool, rules: typeof RULES, values: readonly bigint[]): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, sql] of Object.entries(rules)) {
    const { rows } = await database.query(sql, [...values]);
    for (const row of rows) found.push(`${rule}: ${JSON.stringify(row, (_, value) => textual(value))}`);
  }
  return found;
}

const textual = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** All balances of a ledger, by `owner asset kind`. */
export async function balancesOf(database: Pool, ledgerId: bigint): Promise<Map<string, bigint>> {
  const { rows } = await database.query<{ name: string; balance: bigint }>(
    `select a.owner || ' ' || s.code || ' ' || a.kind as name, b.balance
       from wallet_balances b
       join accounts a on a.ledger_id = b.ledger_id and a.id = b.account_id
       join assets s on s.id = a.asset_id
      where b.ledger_id = $1`,
    [ledgerId],
  );
  return new Map(rows.map(({ name, balance }) => [name, balance]));
}

/** How many operations stand in the books under each of these references. */
export async function countByReference(
  database: Pool,
  ledgerId: bigint,
  references: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await database.query<{ reference: string; count: number }>(
    `select reference, count(*)::int as count from operations
      where ledger_id = $1 and reference = any ($2) group by reference`,
    [ledgerId, references],
  );
  const counts = new Map(rows.map(({ reference, count }) => [reference, count]));
  return new Map(references.map((reference) => [reference, counts.get(reference) ?? 0]));
}
