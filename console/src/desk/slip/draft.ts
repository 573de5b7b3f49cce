/** A slip that is being written: pure, so that every sum of it is tested without a screen. */
import type { Goods } from './goods.ts';

export interface DraftLine {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  /** Null while the till still asks for it. */
  readonly price: bigint | null;
  /** What the catalogue says. */
  readonly listed: bigint | null;
}

export interface Draft {
  readonly lines: readonly DraftLine[];
  readonly discount: bigint;
  readonly tax: bigint;
  /** The line that digits are for: the one that was touched last. */
  readonly current: string | null;
}

export const EMPTY: Draft = { lines: [], discount: 0n, tax: 0n, current: null };

export const MOST_OF_ONE = 9_999;

/** One more of it; the first puts it on the slip. */
export function add(draft: Draft, { id, name, price }: Goods): Draft {
  const known = draft.lines.find((line) => line.id === id);
  if (known) return setQuantity(draft, id, known.quantity + 1);
  return { ...draft, lines: [...draft.lines, { id, name, quantity: 1, price, listed: price }], current: id };
}

/** None of it takes it off the slip. */
export function setQuantity(draft: Draft, id: string, quantity: number): Draft {
  if (quantity <= 0) return remove(draft, id);
  return change(draft, id, { quantity: Math.min(quantity, MOST_OF_ONE) });
}

export const setPrice = (draft: Draft, id: string, price: bigint | null): Draft => change(draft, id, { price });

export function remove(draft: Draft, id: string): Draft {
  const lines = draft.lines.filter((line) => line.id !== id);
  return { ...draft, lines, current: draft.current === id ? (lines.at(-1)?.id ?? null) : draft.current };
}

const change = (draft: Draft, id: string, part: Partial<DraftLine>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.id === id ? { ...line, ...part } : line)),
  current: id,
});

export const lineTotal = ({ quantity, price }: DraftLine): bigint => BigInt(quantity) * (price ?? 0n);

export interface Totals {
  readonly subtotal: bigint;
  readonly total: bigint;
}

export function totalsOf({ lines, discount, tax }: Draft): Totals {
  const subtotal = lines.reduce((sum, line) => sum + lineTotal(line), 0n);
  return { subtotal, total: subtotal + tax - discount };
}

/** Why the slip can't be recorded as it stands; null where it can. */
export type DraftProblem = 'empty' | 'noPrice' | 'nothingToPay';

export function problemOf(draft: Draft): DraftProblem | null {
  if (draft.lines.length === 0) return 'empty';
  if (draft.lines.some(({ price }) => price === null)) return 'noPrice';
  return totalsOf(draft).total <= 0n ? 'nothingToPay' : null;
}

/** Whether a line costs what the catalogue does not say, or something is taken off. */
export const hasOwnPrices = ({ lines, discount }: Draft): boolean =>
  discount > 0n || lines.some(({ price, listed }) => listed !== null && price !== listed);
