/** Reads the rows of a long query page by page: the next page is on its way while one is worked on. */
import type { ClientBase, CustomTypesConfig } from 'pg';

/** A row as PostgreSQL writes it: texts, in the order of the columns. */
export type TextRow = readonly (string | null)[];

export const AS_TEXT: CustomTypesConfig = { getTypeParser: () => (text: string) => text };

export class Cursor {
  readonly #client: ClientBase;
  readonly #fetch: string;
  #next: Promise<TextRow[]>;
  #page: readonly TextRow[] = [];
  #at = 0;

  private constructor(client: ClientBase, fetch: string) {
    this.#client = client;
    this.#fetch = fetch;
    this.#next = this.#load();
  }

  /** Opens it within the transaction that the connection is in, and has the connection to itself until the last row. */
  static async open(client: ClientBase, name: string, sql: string, values: unknown[], page: number): Promise<Cursor> {
    await client.query(`declare ${name} no scroll cursor for ${sql}`, values);
    return new Cursor(client, `fetch ${page} from ${name}`);
  }

  /** The row that comes next, which stays so until it is taken; null behind the last one. */
  peek(): TextRow | null | Promise<TextRow | null> {
    return this.#page[this.#at] ?? this.#turn();
  }

  take(): void {
    this.#at += 1;
  }

  async #turn(): Promise<TextRow | null> {
    this.#page = await this.#next;
    this.#at = 0;
    if (this.#page.length > 0) this.#next = this.#load();
    return this.#page[0] ?? null;
  }

  #load(): Promise<TextRow[]> {
    const rows = this.#client
      .query<(string | null)[]>({ text: this.#fetch, rowMode: 'array', types: AS_TEXT })
      .then((result) => result.rows);
    // Whoever awaits it hears of a failure; until then nobody may call it unhandled.
    rows.catch(() => {});
    return rows;
  }
}
