/** One measured figure beside what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** At most this. */
  readonly target: number;
  readonly unit: string;
}

export const holds = ({ value, target }: Figure): boolean => value <= target;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** A line of the table: a tick or a cross, the figure, its target. */
export function line({ name, value, target, unit }: Figure): string {
  const digits = value < 1 && value > 0 ? 3 : value < 200 ? 1 : 0;
  const sign = holds({ name, value, target, unit }) ? 'holds' : 'FAILS';
  return `${sign}  ${name.padEnd(58)} ${`${value.toFixed(digits)} ${unit}`.padStart(12)}   at most ${target} ${unit}`;
}
