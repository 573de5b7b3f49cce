import type { Asset } from '../ledger/asset.ts';
import type { Database } from './database.ts';

/** The assets as last read. They are only ever added to, so one that is known stays true for ever. */
export class AssetRegistry {
  readonly #database: Database;
  #byCode = new Map<string, Asset>();
  #byId = new Map<number, Asset>();

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

  /** Reads the table again, for assets that were added since. */
  async refresh(): Promise<void> {
    const { rows } = await this.#database.query<{ id: number; code: string; name: string; decimal_places: number }>(
      'select id, code, name, decimal_places from assets order by id',
    );
    const assets = rows.map(({ id, code, name, decimal_places }) => ({
      id,
      code,
      name,
      decimalPlaces: decimal_places,
    }));
    this.#byCode = new Map(assets.map((asset) => [asset.code, asset]));
    this.#byId = new Map(assets.map((asset) => [asset.id, asset]));
  }

  /** The asset, read again if it was not known. */
  async find(code: string): Promise<Asset | null> {
    if (!this.#byCode.has(code)) await this.refresh();
    return this.get(code);
  }
}
