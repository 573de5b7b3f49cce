/** TypeBox schemas as Fastify's validators. Bodies are taken as they are; only texts of a query are ever converted. */
import type { FastifySchemaCompiler } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type FieldError, fieldOf, invalidFields, type Problem } from './problem.ts';

const MOST_ERRORS = 20;

/** Gives the validator of one part of a route's requests; it fails with a VALIDATION_ERROR that names the fields. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = checker(schema, httpPart === 'body' ? 'the body' : `the ${httpPart}`);
  const convert = httpPart === 'querystring' ? queryConverter(schema as TObject) : null;
  return (given: unknown) => {
    const value = convert ? convert(given as Record<string, unknown>) : given;
    const error = check(value);
    return error ? { error } : { value };
  };
};

/** A check of values against a schema: null where all is well. `whole` is what the value as a whole is called. */
export function checker(schema: TSchema, whole: string): (value: unknown) => Problem | null {
  const compiled = Compile(schema);
  return (value) => (compiled.Check(value) ? null : invalidFields(fieldErrors(compiled.Errors(value), whole)));
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

const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,8})$/;

/** Turns texts into whole numbers where the schema asks for one, and puts in what is preset. Other texts stay texts. */
function queryConverter(schema: TObject): (query: Record<string, unknown>) => Record<string, unknown> {
  const properties = Object.entries(schema.properties) as [string, { type?: string; default?: unknown }][];
  const numbers = properties.filter(([, property]) => property.type === 'integer').map(([name]) => name);
  const presets = properties.filter(([, property]) => property.default !== undefined);
  return (query) => {
    const converted = { ...query };
    for (const name of numbers) {
      const text = converted[name];
      if (typeof text === 'string' && WHOLE_NUMBER.test(text)) converted[name] = Number(text);
    }
    for (const [name, property] of presets) converted[name] ??= property.default;
    return converted;
  };
}
