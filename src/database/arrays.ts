/**
 * Array literals for PostgreSQL. The driver can write them too, but asks of every element what it is; the
 * engine sends a dozen arrays a commit and knows.
 */

/** An array of numbers, bigints or uuids: elements that never need quotes. */
export const plainArray = (values: readonly (number | bigint | string | null)[]): string =>
  `{${values.map((value) => value ?? 'null').join()}}`;

/** An array of texts. */
export const textArray = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'null' : `"${value.replace(/[\\"]/g, '\\$&')}"`)).join()}}`;

export const timeArray = (values: readonly (Date | null)[]): string =>
  textArray(values.map((value) => value?.toISOString() ?? null));
