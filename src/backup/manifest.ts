/** What stands in a backup beside the rows: enough to know what they belong to, and whether they came through. */

/** A stretch of the file. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

export interface TableCopy {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows as text, in the order of their primary keys: the same rows give the same. */
  readonly sha256: string;
  /** Each is a Zstandard frame; what they unpack to, one behind the other, is the text. */
  readonly parts: readonly Stretch[];
}

/** Where a ledger stood. */
export interface LedgerHead {
  readonly name: string;
  readonly height: string;
  /** Hexadecimal. */
  readonly hash: string;
  /** The newest signed checkpoint, null before the first. */
  readonly checkpoint: string | null;
}

export interface SequenceState {
  readonly name: string;
  readonly last: string;
  readonly called: boolean;
}

/** A secret of the data directory. */
export interface KeptKey extends Stretch {
  readonly name: string;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  /** The moment of the snapshot, by the database's clock. */
  readonly takenAt: string;
  readonly pochi: string;
  readonly postgresql: string;
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly ledgers: readonly LedgerHead[];
  readonly tables: readonly TableCopy[];
  readonly sequences: readonly SequenceState[];
  readonly keys: readonly KeptKey[];
}

export const FORMAT = 1;

/** Reads what `JSON.stringify` made of one. Throws where this version does not know its format. */
export function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT)
    throw new Error(`the backup has format ${manifest.format}, which this version cannot read`);
  return manifest;
}
