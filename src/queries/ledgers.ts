import type { Database } from './database.ts';

/** The ids of ledgers by their names. A ledger is never renamed or removed, so what was found once stays true. */
export class LedgerNames {
  readonly #database: Database;
  readonly #ids = new Map<string, bigint>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The ledger's id, or null where there is none of that name. */
  async find(name: string): Promise<bigint | null> {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const { rows } = await this.#database.query<{ id: bigint }>('select id from ledgers where name = $1', [name]);
    const id = rows[0]?.id ?? null;
    if (id !== null) this.#ids.set(name, id);
    return id;
  }
}

/** The name of a ledger that is there. */
export async function ledgerName(database: Database, ledgerId: bigint): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select name from ledgers where id = $1', [ledgerId]);
  if (!rows[0]) throw new Error(`there is no ledger ${ledgerId}`);
  return rows[0].name;
}

/** All ledgers, in the order in which they were numbered. */
export async function allLedgers(database: Database): Promise<{ readonly id: bigint; readonly name: string }[]> {
  const { rows } = await database.query<{ id: bigint; name: string }>('select id, name from ledgers order by id');
  return rows;
}
