/** The papers that a till prints on: rolls of so many millimetres, and A4. */
export const WIDTHS = ['58', '80', 'A4'] as const;
export type Width = (typeof WIDTHS)[number];

export const isWidth = (value: unknown): value is Width => WIDTHS.some((width) => width === value);

const KEPT_AS = 'pochi-paper';

/** What was last printed on at this till. */
export function usualWidth(): Width {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return isWidth(kept) ? kept : '80';
  } catch {
    return '80';
  }
}

export function keepWidth(width: Width): void {
  try {
    localStorage.setItem(KEPT_AS, width);
  } catch {}
}
