import type { Asset } from '../ledger/asset.ts';
import type { Database } from './database.ts';

export type NewAsset = Omit<Asset, 'id'>;

const ATTEMPTS = 10;
const UNIQUE_VIOLATION = '23505';

/**
 * Adds an asset, unless there is one with this code. Gives the asset that then has the code: the caller tells from its
 * definition whether it is the one that was asked for.
 */
export async function addAsset(
  database: Database,
  { code, name, decimalPlaces }: NewAsset,
): Promise<{ readonly asset: Asset; readonly added: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const existing = await assetByCode(database, code);
    if (existing) return { asset: existing, added: false };
    try {
      const { rows } = await database.query<{ id: number }>(
        `insert into assets (id, code, name, decimal_places)
         select coalesce(max(id), 0) + 1, $1, $2, $3 from assets
         returning id`,
        [code, name, decimalPlaces],
      );
      return { asset: { id: (rows[0] as { id: number }).id, code, name, decimalPlaces }, added: true };
    } catch (error) {
      // Someone else took the id, or the code, in this moment.
      if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function assetByCode(database: Database, code: string): Promise<Asset | null> {
  const { rows } = await database.query<{ id: number; code: string; name: string; decimal_places: number }>(
    'select id, code, name, decimal_places from assets where code = $1',
    [code],
  );
  const [row] = rows;
  return row ? { id: row.id, code: row.code, name: row.name, decimalPlaces: row.decimal_places } : null;
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
