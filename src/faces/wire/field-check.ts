import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldError, fieldOf } from './field-error.ts';

const MOST_ERRORS = 20;

/** Of more values than these nobody is told which is wrong: to find out takes so long that all others would wait. */
const MOST_EXPLAINED = 20_000;

/** What is wrong with a value by a schema: null where all is well. `whole` is what the value as a whole is called. */
export function fieldCheck(schema: TSchema, whole: string): (value: unknown) => readonly FieldError[] | null {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return null;
    if (isLong(value)) {
      const tooMany = listsTooLong(schema, value);
      return tooMany.length > 0
        ? tooMany
        : [{ field: '', message: `${whole} is wrong somewhere, and too long to say where` }];
    }
    return fieldErrors(compiled.Errors(value), whole);
  };
}

/** Lists of a value's own that have more items than they may: what is most often wrong with a long one. */
function listsTooLong(schema: TSchema, value: unknown): FieldError[] {
  const { properties = {} } = schema as { properties?: Readonly<Record<string, { maxItems?: number }>> };
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, list]) => {
    const most = Object.hasOwn(properties, field) ? properties[field]?.maxItems : undefined;
    if (!Array.isArray(list) || most === undefined || list.length <= most) return [];
    return [{ field, message: `must not have more than ${most} items` }];
  });
}

function isLong(value: unknown): boolean {
  const left = [value];
  for (let seen = 0; left.length > 0; seen += 1) {
    if (seen + left.length > MOST_EXPLAINED) return true;
    const next = left.pop();
    // One by one: so many arguments at once are more than a call takes.
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return false;
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
