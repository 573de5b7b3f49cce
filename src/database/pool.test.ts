import { afterAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { createLog } from '../log.ts';
import { createPool } from './pool.ts';

describe('a pool', async () => {
  const database = await createTestDatabase();
  const pool = createPool({
    url: database.appUrl,
    max: 2,
    log: createLog('silent'),
    settings: { default_transaction_isolation: 'read committed', lock_timeout: '7s' },
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('works as the application role, which owns nothing', async () => {
    const { rows } = await pool.query('select current_user as role');
    expect(rows).toEqual([{ role: 'pochi_app' }]);
    const owned = await pool.query('select from pg_class where relowner = current_user::regrole');
    expect(owned.rowCount).toBe(0);
  });

  test('reads int8 and int8[] exactly', async () => {
    const { rows } = await pool.query(
      "select 9007199254740993 as one, '{9007199254740993,null}'::int8[] as many, '{}'::int8[] as none",
    );
    expect(rows).toEqual([{ one: 9007199254740993n, many: [9007199254740993n, null], none: [] }]);
  });

  test('gives json as values, or as the text that the database wrote', async () => {
    const texts = createPool({ url: database.appUrl, max: 1, log: createLog('silent'), json: 'text' });
    const sql = `select '{"b": 1.10}'::json as json, '{"b": 1.10}'::jsonb as jsonb`;
    expect((await pool.query(sql)).rows).toEqual([{ json: { b: 1.1 }, jsonb: { b: 1.1 } }]);
    expect((await texts.query(sql)).rows).toEqual([{ json: '{"b": 1.10}', jsonb: '{"b": 1.10}' }]);
    await texts.end();
  });

  test('gives each connection its session settings, also those with spaces', async () => {
    const { rows } = await pool.query(
      "select current_setting('default_transaction_isolation') as isolation, current_setting('lock_timeout') as patience",
    );
    expect(rows).toEqual([{ isolation: 'read committed', patience: '7s' }]);
  });

  test('survives that the server ends its connections, idle and lent ones alike', async () => {
    const lent = await pool.connect();
    await pool.query('select 1');
    await database.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await expect(lent.query('select 1')).rejects.toThrow();
    lent.release(true);
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => pool.query('select 1')));
    expect(answers.at(-1)?.status).toBe('fulfilled');
  });
});
