/** A chart's figures as rows: shown below it as a table, and saved as a file. */
import type { ExplorerSearch } from '../explorer/search.ts';

export interface TwinCell {
  readonly shown: string;
  /** As a file has it: a whole number, or one with a point; no currency, no separators. */
  readonly plain: string;
}

export interface TwinRow {
  readonly key: string;
  readonly label: TwinCell;
  /** What the ledger explorer shows of it. */
  readonly search: ExplorerSearch;
  readonly cells: readonly TwinCell[];
}

export interface Twin {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly TwinRow[];
}

// A spreadsheet takes a text that begins so for a formula; an amount is none.
const FORMULA = /^[=+\-@\t\r](?![\d.]+$)/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as a file. */
export function csvOf({ heads, rows }: Twin): string {
  const lines = [heads, ...rows.map(({ label, cells }) => [label, ...cells].map(({ plain }) => plain))];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
