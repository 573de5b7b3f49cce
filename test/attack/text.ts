/** JSON texts that `JSON.stringify` would not write: numbers in any letters, keys that are there twice. */

/** Stands in a document as it is, whether it is JSON or not. */
export class Literal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An object by its pairs, so that a key may come twice or be `__proto__`. */
export class Pairs {
  readonly pairs: readonly (readonly [string, unknown])[];

  constructor(pairs: readonly (readonly [string, unknown])[]) {
    this.pairs = pairs;
  }
}

/** The text of a document of plain values, literals and pairs. */
export function jsonText(value: unknown): string {
  if (value instanceof Literal) return value.text;
  if (value instanceof Pairs) {
    return `{${value.pairs.map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`).join()}}`;
  }
  if (Array.isArray(value)) return `[${value.map(jsonText).join()}]`;
  if (value !== null && typeof value === 'object') return jsonText(new Pairs(Object.entries(value)));
  return JSON.stringify(value) ?? 'null';
}
