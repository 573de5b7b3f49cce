import type { Asset } from '../ledger/asset.ts';
import type { Database } from './database.ts';

/** The assets as last read. They are only ever added to, so one that is known stays true for ever. */
export class AssetRegistry {
  readonly #database: Database;
  readonly #byCode = new Map<string, Asset>();
  readonly #byId = new Map<number, Asset>();
  #newest = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  get(code: string): Asset | null {
    return this.#byCode.get(code) ?? null;
  }

  /** Throws for an id that is not there: the books refer to no others. */
  byId(id: number): Asset {
    const asset = this.#byId.get(id);
    if (!asset) throw new Error(`asset ${id} is not known`);
    return asset;
  }

  all(): Asset[] {
    return [...this.#byCode.values()];
  }

  /** Reads what was added since. Ids are counted up by whoever adds one, so that none is seen before a lower one. */
  async refresh(): Promise<void> {
    const { rows } = await this.#database.query<{ id: number; code: string; name: string; decimal_places: number }>(
      'select id, code, name, decimal_places from assets where id > $1 order by id',
      [this.#newest],
    );
    for (const { id, code, name, decimal_places } of rows) {
      const asset = { id, code, name, decimalPlaces: decimal_places };
      this.#byCode.set(code, asset);
      this.#byId.set(id, asset);
      this.#newest = Math.max(this.#newest, id);
    }
  }

  /** The asset, read again if it was not known. */
  async find(code: string): Promise<Asset | null> {
    if (!this.#byCode.has(code)) await this.refresh();
    return this.get(code);
  }
}
