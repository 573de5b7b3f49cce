/** `JSON.rawJSON` as Node has it; TypeScript's library does not know it yet. */
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;

/** A number that a JavaScript number would not give back to the letter, such as `1.50` or 2^53+1: its text is kept. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return rawJson(this.text);
  }
}

/** The letters that stood in the document for this number, or null where the value is no number. */
export function numberText(value: unknown): string | null {
  // The parser makes a number only where its text is this very text.
  if (typeof value === 'number') return String(value);
  return value instanceof JsonNumber ? value.text : null;
}
