/** Values for a schema: those that it takes, those that it almost takes, and any at all. */
import * as fc from 'fast-check';
import type { Schema } from './api.ts';
import { FOREIGN_NAMES, NUMBERS, TEXTS } from './nasty.ts';
import { Literal, Pairs } from './text.ts';

/** Values that exist, by the name of the field that takes them: requests with them go deep. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Values that the schema takes. `name` is the field's. */
export function valid(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const made = madeOf(schema, known, name);
  const existing = known[name];
  return existing
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...existing) }, { weight: 1, arbitrary: made })
    : made;
}

function madeOf(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice: Schema) => valid(choice, known, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return schema.properties ? objectOf(schema, known) : fc.dictionary(text, anyValue, { maxKeys: 4 });
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(valid(items, known, name), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
    }
    case 'string':
      return stringOf(schema);
    case 'integer':
      return integerOf(schema);
    case 'number':
      return decimal;
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anyValue;
  }
}

/** Once for all: each arbitrary of graphemes makes a table of all of them. */
const grapheme = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
const text = fc.string({ maxLength: 40, unit: grapheme });

/** Numbers with exponents are JSON, and refused: they are among the odd ones. */
const anyValue = fc.anything({
  values: [fc.string({ unit: grapheme }), fc.integer(), fc.boolean(), fc.constant(null)],
  key: text,
  maxDepth: 2,
  maxKeys: 4,
});

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => new Literal(part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0')}`));

function objectOf({ properties, required = [] }: Schema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema, known, name)]),
  );
  return fc.record(fields, { requiredKeys: required }) as fc.Arbitrary<unknown>;
}

function stringOf({ format, pattern, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<unknown> {
  const fits = (value: string) => value.length >= minLength && value.length <= maxLength;
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return instant.map((date) => date.toISOString());
  if (format === 'date') return instant.map((date) => date.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(new RegExp(pattern), { maxLength: Math.min(maxLength, 300) }).filter(fits);
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: grapheme }).filter(fits);
}

const instant = fc.date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });

function integerOf({ minimum = 0, maximum = 1_000_000 }: Schema): fc.Arbitrary<unknown> {
  const top = Math.min(maximum, Number.MAX_SAFE_INTEGER);
  const few = fc.integer({ min: minimum, max: Math.min(top, minimum + 1000) });
  const any = fc.maxSafeInteger().map((value) => minimum + (Math.abs(value) % (top - minimum + 1)));
  return fc.oneof({ weight: 6, arbitrary: few }, { weight: 1, arbitrary: any });
}

/** Values that differ from those that the schema takes in one place. */
export function near(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice: Schema) => near(choice, known, name)));
  if (schema.type === 'object' && schema.properties) return nearObject(schema, known);
  if (schema.type === 'array') return nearArray(schema, known, name);
  return fc.oneof({ weight: 3, arbitrary: edges(schema) }, { weight: 2, arbitrary: odd });
}

/** Values of any kind that are at home nowhere. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(...NUMBERS),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], new Pairs([['__proto__', { a: 1 }]])),
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);

function nearObject(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const base = objectOf(schema, known) as fc.Arbitrary<Record<string, unknown>>;
  const names = Object.keys(schema.properties);
  const changes: fc.Arbitrary<unknown>[] = [
    fc.tuple(base, fc.constantFrom(...FOREIGN_NAMES), odd).map(([object, name, value]) => {
      return new Pairs([...Object.entries(object), [name, value]]);
    }),
  ];
  for (const name of names) {
    changes.push(
      fc
        .tuple(base, near(schema.properties[name], known, name))
        .map(([object, value]) => ({ ...object, [name]: value })),
      base.map(({ [name]: _, ...rest }) => rest),
    );
  }
  if (names.length > 0) {
    const twice = fc.tuple(base, fc.constantFrom(...names), odd);
    changes.push(twice.map(([object, name, value]) => new Pairs([...Object.entries(object), [name, value]])));
  }
  return fc.oneof(...changes);
}

function nearArray({ items = {}, minItems = 0, maxItems }: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const item = valid(items, known, name);
  const changes = [
    fc.tuple(fc.array(item, { maxLength: 2 }), near(items, known, name)).map(([some, one]) => [...some, one]),
    odd,
  ];
  if (minItems > 0) changes.push(fc.constant([]));
  if (maxItems !== undefined) changes.push(item.map((one) => Array.from({ length: maxItems + 1 }, () => one)));
  return fc.oneof(...changes);
}

/** At the bounds of the schema, and one step behind them. */
function edges({ type, minimum, maximum, minLength, maxLength, pattern }: Schema): fc.Arbitrary<unknown> {
  const found: unknown[] = [];
  if (type === 'integer' || type === 'number') {
    for (const bound of [minimum, maximum]) {
      if (bound !== undefined)
        found.push(bound, new Literal(String(BigInt(bound) + 1n)), new Literal(String(BigInt(bound) - 1n)));
    }
    found.push(new Literal('1.0'), '1');
  } else {
    const letter = pattern && !new RegExp(pattern).test('a') ? '1' : 'a';
    for (const length of [minLength, maxLength]) {
      if (length === undefined) continue;
      for (const around of [length - 1, length, length + 1]) if (around >= 0) found.push(letter.repeat(around));
    }
    found.push('', 'a b', 1);
  }
  return fc.constantFrom(...found);
}
