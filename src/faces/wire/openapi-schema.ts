/**
 * Some schemas check more than OpenAPI can say, or otherwise than it would. They carry what the reference shows instead
 * under a key that validators pass over.
 */
import Type, { type TSchema } from 'typebox';

const SHOWN = 'x-shown';

/** A schema that is checked as `checked`, and shown as `shown`. */
export const documented = (checked: object, shown: object): TSchema => Type.Unsafe({ ...checked, [SHOWN]: shown });

/** The schema as the reference shows it: every `documented` part replaced. */
export function shownSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shownSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  if (SHOWN in schema) return shownSchema(schema[SHOWN]);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, shownSchema(value)]));
}
