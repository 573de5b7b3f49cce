import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonProblem, MAX_DEPTH, parseJson } from './json.ts';
import { JsonNumber } from './json-number.ts';

function problemOf(text: string): { pointer: string; message: string } {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) return { pointer: error.pointer, message: error.message };
    throw error;
  }
  throw new Error(`${text} was taken`);
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

// Numbers that JSON.stringify writes without an exponent, and no negative zero.
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ min: -1e15, max: 1e15, noNaN: true })
    .filter((value) => !/e/.test(String(value)) && !Object.is(value, -0)),
);
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
const { document } = fc.letrec((tie) => ({
  document: fc.oneof({ maxDepth: 6 }, number, text, fc.boolean(), fc.constant(null), tie('array'), tie('object')),
  array: fc.array(tie('document'), { maxLength: 5 }),
  object: fc.dictionary(text, tie('document'), { maxKeys: 5 }),
}));

describe('documents', () => {
  test('whatever JSON.stringify writes is read as JSON.parse reads it', () => {
    const spaces = fc.constantFrom('', ' ', '\t', '\n  ');
    fc.assert(
      fc.property(document, spaces, (value, space) => {
        const written = JSON.stringify(value, null, space);
        expect(JSON.stringify(parseJson(written))).toBe(JSON.stringify(JSON.parse(written)));
        expect(parseJson(written)).toEqual(JSON.parse(written));
      }),
      { numRuns: 2000 },
    );
  });

  test('what JSON.parse refuses is refused, wherever a document is damaged', () => {
    const damage = fc.record({
      at: fc.nat(),
      with: fc.constantFrom('', '"', '\\', '{', ']', ',', ':', 'x', '\u0001', '0'),
    });
    fc.assert(
      fc.property(document, damage, (value, { at, with: put }) => {
        const written = JSON.stringify(value);
        const place = at % (written.length + 1);
        const damaged = written.slice(0, place) + put + written.slice(place + 1);
        let valid = true;
        try {
          JSON.parse(damaged);
        } catch {
          valid = false;
        }
        if (!valid) expect(() => parseJson(damaged)).toThrow(JsonProblem);
      }),
      { numRuns: 5000 },
    );
  });

  test('all escapes are understood', () => {
    expect(parseJson('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"')).toBe('"\\/\b\f\n\r\té😀');
  });

  test('a key named __proto__ is a key like any other', () => {
    const value = parseJson('{"__proto__":{"role":"admin"}}') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value.role).toBeUndefined();
    expect(JSON.stringify(value)).toBe('{"__proto__":{"role":"admin"}}');
  });

  test(`${MAX_DEPTH} levels are taken, one more is not`, () => {
    expect(parseJson(nested(MAX_DEPTH))).toBeDefined();
    expect(problemOf(nested(MAX_DEPTH + 1)).message).toContain('nested deeper');
    expect(problemOf(nested(100_000)).message).toContain('nested deeper');
  });

  test.each([
    '',
    ' ',
    '\ufeff{}',
    '{}}',
    '{} x',
    '[1,]',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '{"a" 1}',
    '[1 2]',
    'tru',
    'nul',
    'NaN',
    'Infinity',
    'undefined',
    '"a',
    '"\n"',
    '"\\x"',
    '"\\u12g4"',
    '"\\u12"',
    '// 1',
    '1 /* 2 */',
  ])('%j is refused', (text) => {
    expect(() => parseJson(text)).toThrow(JsonProblem);
  });
});

describe('what other parsers let pass', () => {
  test('a key that is there twice is refused, and named', () => {
    expect(problemOf('{"amount":1,"amount":1}')).toEqual({ pointer: '/amount', message: 'this key is there twice' });
    expect(problemOf('{"amount":1,"\\u0061mount":1}').pointer).toBe('/amount');
    expect(problemOf('{"a":{"__proto__":1,"__proto__":2}}').pointer).toBe('/a/__proto__');
    expect(problemOf('{"constructor":1,"constructor":2}').pointer).toBe('/constructor');
  });

  test('keys that objects have by nature are not taken for duplicates', () => {
    expect(parseJson('{"constructor":1,"toString":2,"hasOwnProperty":3}')).toEqual({
      constructor: 1,
      toString: 2,
      hasOwnProperty: 3,
    });
  });

  test('NUL and lone surrogates are refused in values and keys', () => {
    expect(problemOf('{"user_id":"a\\u0000b"}').pointer).toBe('/user_id');
    expect(problemOf('{"user_id":"a\\ud800"}').pointer).toBe('/user_id');
    expect(problemOf('{"user_id":"\\ude00\\ud83d"}').pointer).toBe('/user_id');
    expect(() => parseJson('{"\\u0000":1}')).toThrow('NUL');
    expect(() => parseJson('{"\\udfff":1}')).toThrow('surrogate');
    expect(() => parseJson('"\ud800"')).toThrow('surrogate');
  });

  test('the place is told as a JSON pointer', () => {
    expect(problemOf('{"a/b":[{},{"c~d":01}]}').pointer).toBe('/a~1b/1/c~0d');
    expect(problemOf('{"a":[1,2],"b":-}').pointer).toBe('/b');
  });
});

describe('numbers', () => {
  test.each(['1e2', '1E2', '1e+2', '0e0', '1.5e3', '-1e400'])('%s is refused for its exponent', (literal) => {
    expect(problemOf(`{"amount":${literal}}`)).toEqual({
      pointer: '/amount',
      message: 'a number must be written without an exponent',
    });
  });

  test.each(['-0', '-0.0', '-0.000'])('%s is refused', (literal) => {
    expect(problemOf(`[${literal}]`)).toEqual({ pointer: '/0', message: 'a number must not be a negative zero' });
  });

  test.each(['01', '-01', '00', '.5', '1.', '+1', '-', '0x10', '1_000'])('%s is no number', (literal) => {
    expect(problemOf(`{"amount":${literal}}`).pointer).toBe('/amount');
  });

  test('a number longer than 40 characters is refused, and named', () => {
    expect(problemOf(`{"amount":1${'0'.repeat(400)}}`).pointer).toBe('/amount');
  });

  test.each(['1.50', '1.0', '9007199254740993', '9007199254740992', '0.1000000000000000055', `1${'0'.repeat(30)}`])(
    '%s keeps its letters',
    (literal) => {
      const value = parseJson(literal);
      expect(value).toBeInstanceOf(JsonNumber);
      expect(JSON.stringify({ value })).toBe(`{"value":${literal}}`);
    },
  );

  test.each(['0', '-1', '1.5', '9007199254740991', '-9007199254740991', '0.1', '123456789012345'])(
    '%s is a plain number',
    (literal) => {
      expect(parseJson(literal)).toBe(Number(literal));
    },
  );

  test('every decimal comes out as it went in', () => {
    const literal = fc.stringMatching(/^-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,15})?$/);
    fc.assert(
      fc.property(
        literal.filter((text) => !/^-0(?:\.0+)?$/.test(text)),
        (text) => {
          expect(JSON.stringify(parseJson(text))).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
