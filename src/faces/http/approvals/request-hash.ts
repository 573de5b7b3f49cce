import { hash } from 'node:crypto';
import { numberText } from '../../wire/json-number.ts';

/** What an approval is bound to: the operation, where it is asked for, and the body to the letter of its numbers. */
export const requestHash = (operation: string, path: string, body: unknown): Buffer =>
  hash('sha256', JSON.stringify([operation, path, canonical(body)]), 'buffer');

/** Fields in one order, whatever order they were written in, and numbers by their letters. */
function canonical(value: unknown): unknown {
  const number = numberText(value);
  if (number !== null) return { number };
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([name, inner]) => [name, canonical(inner)]);
}
