/** Figures that several worlds can have made together. */

/** Some lengths of time, told as their median and the longest. */
export class Times {
  readonly #milliseconds: readonly number[];

  constructor(milliseconds: readonly number[]) {
    this.#milliseconds = milliseconds.map(Math.round).sort((a, b) => a - b);
  }

  and(other: Times): Times {
    return new Times([...this.#milliseconds, ...other.#milliseconds]);
  }

  get longest(): number {
    return this.#milliseconds.at(-1) ?? 0;
  }

  toJSON(): { median: number; longest: number } {
    return { median: this.#milliseconds[this.#milliseconds.length >> 1] ?? 0, longest: this.longest };
  }
}

/** Numbers are added up, times put together; of anything else the first stands for all. */
export interface Counts {
  readonly [name: string]: number | string | Times | Counts;
}

/** The figures of two worlds as those of one. */
export function together(a: Counts, b: Counts): Counts {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, both(a[name], b[name])]));
}

type Count = Counts[string];

function both(a: Count | undefined, b: Count | undefined): Count {
  if (a === undefined || b === undefined) return (a ?? b) as Count;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (a instanceof Times && b instanceof Times) return a.and(b);
  if (typeof a === 'object' && typeof b === 'object') return together(a as Counts, b as Counts);
  return a;
}
