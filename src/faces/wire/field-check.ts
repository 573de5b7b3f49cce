import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldError, fieldOf } from './field-error.ts';

const MOST_ERRORS = 20;

/** What is wrong with a value by a schema: null where all is well. `whole` is what the value as a whole is called. */
export function fieldCheck(schema: TSchema, whole: string): (value: unknown) => readonly FieldError[] | null {
  const compiled = Compile(schema);
  return (value) => (compiled.Check(value) ? null : fieldErrors(compiled.Errors(value), whole));
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

function fieldErrors(errors: readonly SchemaError[], whole: string): FieldError[] {
  const found = errors.flatMap(({ keyword, instancePath, params, message }): FieldError[] => {
    const inside = instancePath === '' ? '' : `${fieldOf(instancePath)}.`;
    if ('requiredProperties' in params) {
      return (params.requiredProperties as string[]).map((name) => ({ field: inside + name, message: 'is missing' }));
    }
    // The schema `false` of each unknown field tells the same, by its name.
    if (keyword === 'additionalProperties') return [];
    if (keyword === 'boolean') return [{ field: fieldOf(instancePath), message: 'is not known here' }];
    if (instancePath === '') return [{ field: '', message: `${whole} ${message}` }];
    return [{ field: fieldOf(instancePath), message }];
  });
  return found.slice(0, MOST_ERRORS);
}
