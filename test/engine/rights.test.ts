import { afterAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { createLedger, openEngine, recordOf, spend, topup } from '../support/engine.ts';
import { violations } from '../support/truth.ts';

const BOOKS = ['blocks', 'accounts', 'callers', 'operations', 'entries'] as const;
const RUNNING = ['wallet_balances', 'ledger_heads'] as const;
const FORBIDDEN = '42501';

describe('the books', async () => {
  const database = await createTestDatabase();
  const ledgerId = await createLedger(database.owner);
  const { engine, close } = await openEngine(database.appUrl);
  recordOf(await engine.submit(topup(ledgerId, 'asha', 100n)));
  recordOf(await engine.submit(spend(ledgerId, 'asha', 40n)));
  await close();
  const before = await everything();
  afterAll(async () => {
    // None of what was tried has left a trace.
    expect(await everything()).toEqual(before);
    expect(await violations(database.owner, ledgerId)).toEqual([]);
    await database.drop();
  });

  async function everything(): Promise<unknown[]> {
    const tables = [...BOOKS, ...RUNNING].map((table) =>
      database.owner.query(`select * from ${table} order by 1, 2, 3`),
    );
    return (await Promise.all(tables)).map(({ rows }) => rows);
  }

  /** The SQLSTATE that a statement fails with; null where it does not fail. What it did is undone. */
  async function stateOf(pool: typeof database.app, sql: string): Promise<string | null> {
    const client = await pool.connect();
    await client.query('begin');
    try {
      await client.query(sql);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  describe.each([...BOOKS, ...RUNNING])('as the application role, %s', (table) => {
    const attempts = {
      DELETE: `delete from ${table}`,
      'DELETE of nothing': `delete from ${table} where false`,
      TRUNCATE: `truncate ${table} cascade`,
      ALTER: `alter table ${table} add column more text`,
      'disabled triggers': `alter table ${table} disable trigger all`,
      DROP: `drop table ${table} cascade`,
      'a trigger of its own': `create trigger own before insert on ${table} for each row execute function refuse_change()`,
      'a rule of its own': `create rule own as on insert to ${table} do instead nothing`,
      'a grant to itself, and what it would allow': `grant delete on ${table} to pochi_app; delete from ${table}`,
    };
    for (const [what, sql] of Object.entries(attempts)) {
      test(`refuses ${what}`, async () => {
        expect(await stateOf(database.app, sql)).toBe(FORBIDDEN);
      });
    }
  });

  test.each(BOOKS)('as the application role, %s refuses UPDATE of any row, even of none', async (table) => {
    expect(await stateOf(database.app, `update ${table} set ledger_id = ledger_id`)).toBe(FORBIDDEN);
    expect(await stateOf(database.app, `update ${table} set ledger_id = 9 where false`)).toBe(FORBIDDEN);
  });

  test('as the application role, nobody becomes the owner or gets around the triggers', async () => {
    const { rows } = await database.owner.query<{ owner: string }>(
      "select relowner::regrole::text as owner from pg_class where oid = 'entries'::regclass",
    );
    const owner = rows[0]?.owner;
    const attempts = [
      'set session_replication_role = replica',
      `alter table entries owner to pochi_app`,
      'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
      'drop function refuse_change() cascade',
      'create table beside (id int)',
      `create role more in role "${owner}"`,
      `insert into ledgers select 5, 'x' where false; update ledgers set name = 'mine'`,
      `update assets set decimal_places = 0`,
      "select setval('account_id_blocks', 1)",
    ];
    for (const sql of attempts) expect([sql, await stateOf(database.app, sql)]).toEqual([sql, FORBIDDEN]);
  });

  test('as a login that has only the application role, SET ROLE to the owner is refused', async () => {
    const { rows } = await database.app.query<{ login: string; member: boolean }>(
      `select session_user as login,
              pg_has_role(session_user, (select relowner from pg_class where oid = 'entries'::regclass), 'MEMBER') as member`,
    );
    // With a database that was given to the tests, the owner steps into the role and can step out again.
    if (rows[0]?.login !== 'pochi_app') return;
    expect(rows[0].member).toBe(false);
    const owner = await database.owner.query<{ name: string }>('select current_user as name');
    expect(await stateOf(database.app, `set role "${owner.rows[0]?.name}"`)).toBe(FORBIDDEN);
  });

  test.each(BOOKS)('as the owner, %s refuses UPDATE, DELETE and TRUNCATE through its triggers', async (table) => {
    for (const sql of [
      `update ${table} set ledger_id = ledger_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      expect([sql, await stateOf(database.owner, sql)]).toEqual([sql, FORBIDDEN]);
    }
  });

  test('keep every account within its bounds, whatever the application role writes', async () => {
    const set = (change: string) => `update wallet_balances set ${change} where ledger_id = ${ledgerId}`;
    const check = '23514';
    expect(await stateOf(database.app, set('balance = -1'))).toBe(check);
    expect(await stateOf(database.app, set('balance = balance - 61'))).toBe(check);
    expect(await stateOf(database.app, set('balance = 9000000000000001'))).toBe(check);
    expect(await stateOf(database.app, set('seq = -1'))).toBe(check);
    for (const change of ['floor = -100', 'ceiling = 9e18', 'account_id = 1', 'ledger_id = 1']) {
      expect([change, await stateOf(database.app, set(change))]).toEqual([change, FORBIDDEN]);
    }
  });

  test('take no entry that does not add up in itself', async () => {
    const insert = (amount: number, before: number, after: number, direction: string) =>
      `insert into entries (ledger_id, account_id, seq, height, amount, balance_before, balance_after, index, direction, type)
       values (${ledgerId}, 1, 1, 1, ${amount}, ${before}, ${after}, 0, '${direction}', 'SPEND')`;
    for (const sql of [
      insert(0, 0, 0, 'CREDIT'),
      insert(-5, 0, -5, 'CREDIT'),
      insert(5, 0, 5, 'DEBIT'),
      insert(5, 0, 6, 'CREDIT'),
    ]) {
      expect(await stateOf(database.app, sql)).toBe('23514');
    }
  });
});
