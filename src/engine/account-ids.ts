import type { Database } from '../queries/database.ts';

/** Numbers for new accounts, a block at a time from the database. What an instance has not used when it ends is lost. */
export class AccountIds {
  readonly #database: Database;
  #free: { next: bigint; end: bigint }[] = [];
  #left = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes sure that `count` numbers can be taken without waiting. */
  async reserve(count: number): Promise<void> {
    while (this.#left < count) {
      const { rows } = await this.#database.query<{ first: bigint }>("select nextval('account_id_blocks') as first");
      const first = (rows[0] as { first: bigint }).first;
      this.#free.push({ next: first, end: first + BLOCK });
      this.#left += Number(BLOCK);
    }
  }

  take(): bigint {
    const [block] = this.#free;
    if (!block) throw new Error('more accounts are opened than were reserved');
    const id = block.next;
    block.next += 1n;
    this.#left -= 1;
    if (block.next === block.end) this.#free.shift();
    return id;
  }
}

/** The increment of the sequence account_id_blocks. */
const BLOCK = 1000n;
