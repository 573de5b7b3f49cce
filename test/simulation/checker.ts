/** The invariants that the books themselves show, asked in one snapshot while everything goes on. */
import pg from 'pg';
import { createPool, type Pool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { checkViolations } from '../support/checks.ts';
import { violations } from '../support/truth.ts';

const MAIN = 1n;

/** Every row up to a height, in one number: the past must never look otherwise. */
const DIGEST = `
  select md5(concat(
    (select md5(string_agg(b::text, ',' order by b.height)) from blocks b where b.ledger_id = 1 and b.height <= $1),
    (select md5(string_agg(o::text, ',' order by o.height, o.index)) from operations o where o.ledger_id = 1 and o.height <= $1),
    (select md5(string_agg(e::text, ',' order by e.account_id, e.seq)) from entries e where e.ledger_id = 1 and e.height <= $1)
  )) as digest`;

export class Checker {
  readonly #url: string;
  checks = 0;
  #past: { height: bigint; digest: string } | null = null;

  /** `url` is the owner's login, past everything that is being spoilt. */
  constructor(url: string) {
    this.#url = url;
  }

  /** Every violation, a line each; null where the database is away and nothing could be asked. */
  async check(): Promise<string[] | null> {
    const pool = createPool({ url: this.#url, max: 1, log: createLog('silent') });
    try {
      const client = await pool.connect();
      try {
        await client.query('begin isolation level repeatable read read only');
        const found = await this.#inSnapshot(client as unknown as Pool);
        await client.query('commit');
        this.checks += 1;
        return found;
      } finally {
        client.release(true);
      }
    } catch (error) {
      // A statement that is wrong must not pass for a database that is away.
      if (error instanceof pg.DatabaseError && error.code?.startsWith('42')) throw error;
      return null;
    } finally {
      await pool.end();
    }
  }

  async #inSnapshot(database: Pool): Promise<string[]> {
    const found = [...(await violations(database, MAIN)), ...(await checkViolations(database, MAIN))];
    const past = this.#past;
    if (past && (await digestUpTo(database, past.height)) !== past.digest)
      found.push(`the rows up to block ${past.height} are not what they were`);
    const { rows } = await database.query<{ height: bigint }>('select height from ledger_heads where ledger_id = 1');
    const height = rows[0]?.height ?? 0n;
    this.#past = { height, digest: await digestUpTo(database, height) };
    return found;
  }
}

async function digestUpTo(database: Pool, height: bigint): Promise<string> {
  const { rows } = await database.query<{ digest: string }>(DIGEST, [height]);
  return rows[0]?.digest ?? '';
}
