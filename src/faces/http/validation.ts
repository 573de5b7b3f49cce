/** TypeBox schemas as Fastify's validators. Bodies are taken as they are; only texts of a query are ever converted. */
import type { FastifySchemaCompiler } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { fieldCheck } from '../wire/field-check.ts';
import { invalidFields, type Problem } from './problem.ts';

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
  const errorsOf = fieldCheck(schema, whole);
  return (value) => {
    const errors = errorsOf(value);
    return errors && invalidFields(errors);
  };
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
