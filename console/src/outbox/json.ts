/** The text of a request's body. A `bigint` is written as the number it is; one that JSON can't carry exactly throws. */
export const bodyText = (body: unknown): string =>
  JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? exact(value) : value));

function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is more than an amount can be`);
  return number;
}

/** What a text says, or undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
