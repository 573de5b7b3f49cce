/** Ids of customers and services, which some documents write as numbers: 42 and "42" are the same. */
import Type from 'typebox';
import { documented } from './openapi-schema.ts';

const TEXT = /^[A-Za-z0-9._:@+|=~-]{1,100}$/;
const NUMBER = /^(?:0|[1-9][0-9]{0,15})$/;

/** The id as the books know it, or null for what is none. */
export function idText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : null;
  return typeof value === 'string' && TEXT.test(value) ? value : null;
}

/** A field that holds an id. */
export const id = (description: string) =>
  Type.Unsafe<number | string>(
    Type.Refine(
      documented(
        {},
        {
          description,
          anyOf: [
            { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
            { type: 'string', pattern: TEXT.source },
          ],
        },
      ),
      (value) => idText(value) !== null,
      () => 'must be a whole number, or a text of letters, digits and . _ : @ + | = ~ -',
    ),
  );

/** The text of a field that `id` has checked. */
export function checkedId(value: number | string): string {
  const text = idText(value);
  if (text === null) throw new Error('an id was used before it was checked');
  return text;
}

/** An id in an answer: a number where it is one, however it was written. */
export function idValue(text: string): number | string {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : text;
}

export const idOut = Type.Unsafe<number | string>(
  documented({}, { anyOf: [{ type: 'integer' }, { type: 'string' }], description: 'A number where it is one' }),
);
