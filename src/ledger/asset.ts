/** An asset is anything that is counted in whole minor units: a currency, coins, points. */
export interface Asset {
  /** Small number that stands for the asset inside the database. */
  readonly id: number;
  /** Unique code by which the faces know it, such as `USD`. */
  readonly code: string;
  readonly name: string;
  /** How many decimal digits one major unit has: 2 for USD, 0 for POINTS. */
  readonly decimalPlaces: number;
}

/** An asset code: a capital letter, then capitals, digits and underscores, 50 at most. */
export const ASSET_CODE = /^[A-Z][A-Z0-9_]{1,49}$/;

export const MAX_DECIMAL_PLACES = 8;
