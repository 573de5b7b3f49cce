/** Requests for an operation: right ones, ones with a single fault, and wrong ones. */
import * as fc from 'fast-check';
import { ROLES, type Role } from '../../src/tokens.ts';
import type { ApiOperation, Parameter } from './api.ts';
import { TEXTS } from './nasty.ts';
import { jsonText, Literal } from './text.ts';
import { type Known, near, odd, valid } from './values.ts';

/** A request as it is sent; also the form in which those that failed are kept. */
export interface AttackRequest {
  readonly operation: string;
  readonly url: string;
  /** Null for no token; a customer is always alice. */
  readonly role: Role | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

type Making = (schema: ApiOperation['body'], known: Known, name?: string) => fc.Arbitrary<unknown>;

const anything: Making = () => odd;

/** Which part has which quality: half of the requests are right in all of them. */
const QUALITIES: readonly (readonly [number, Record<'path' | 'query' | 'header' | 'body', Making>])[] = [
  [8, { path: valid, query: valid, header: valid, body: valid }],
  [6, { path: valid, query: valid, header: valid, body: near }],
  [4, { path: valid, query: near, header: valid, body: valid }],
  [2, { path: near, query: valid, header: valid, body: valid }],
  [1, { path: valid, query: valid, header: near, body: valid }],
  [1, { path: valid, query: anything, header: valid, body: anything }],
  [1, { path: anything, query: near, header: near, body: near }],
];

/** The requests of an operation. `roles` are those for whom it is. */
export function requestsOf(operation: ApiOperation, known: Known, roles: readonly Role[]): fc.Arbitrary<AttackRequest> {
  return fc.oneof(
    ...QUALITIES.map(([weight, making]) => ({
      weight,
      arbitrary: fc
        .tuple(
          urlOf(operation, known, making),
          headersOf(operation, known, making.header),
          bodyOf(operation, known, making.body),
          roleFor(roles),
        )
        .map(([url, headers, body, role]) => ({
          operation: operation.id,
          url,
          role,
          headers: { ...(body !== null && { 'content-type': 'application/json' }), ...headers },
          body,
        })),
    })),
  );
}

const roleFor = (roles: readonly Role[]): fc.Arbitrary<Role | null> =>
  fc.oneof(
    { weight: 12, arbitrary: roles.length > 0 ? fc.constantFrom<Role>(...roles) : fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Role | null>(...ROLES, null) },
  );

const parametersIn = (operation: ApiOperation, place: Parameter['in']) =>
  operation.parameters.filter((parameter) => parameter.in === place);

const plainText = (value: unknown): string => (typeof value === 'string' ? value : jsonText(value));
const encoded = (value: unknown): string => encodeURIComponent(plainText(value).toWellFormed());

function urlOf(
  operation: ApiOperation,
  known: Known,
  making: { readonly path: Making; readonly query: Making },
): fc.Arbitrary<string> {
  const steps = parametersIn(operation, 'path').map(({ name, schema }) =>
    making.path(schema, known, name).map((value) => [name, encoded(value)] as const),
  );
  const path = fc
    .tuple(...steps)
    .map((values) => values.reduce((url, [name, value]) => url.replace(`{${name}}`, () => value), operation.path));
  return fc.tuple(path, queryOf(operation, known, making.query)).map(([url, query]) => url + query);
}

function queryOf(operation: ApiOperation, known: Known, making: Making): fc.Arbitrary<string> {
  const parameters = parametersIn(operation, 'query');
  const pairs = parameters.map(({ name, schema, required }) => {
    const pair = making(schema, known, name).map((value) => `${name}=${encoded(value)}`);
    return required || schema.default !== undefined ? pair : fc.option(pair, { freq: 2 });
  });
  const whole = fc.tuple(...pairs).map((texts) => texts.filter((text) => text !== null));
  if (making === valid) return whole.map(queryText);
  const more = fc.constantFrom(
    'x=1',
    '__proto__=1',
    'limit=1&limit=2',
    'a[b]=c',
    '%ff=1',
    'x=%E0%A4%A',
    '&&&',
    'limit',
  );
  return fc
    .oneof(
      whole,
      fc.tuple(whole, more).map(([texts, one]) => [...texts, one]),
    )
    .map(queryText);
}

const queryText = (texts: readonly string[]): string => (texts.length === 0 ? '' : `?${texts.join('&')}`);

// What no client could put on the wire is no request: headers are Latin-1 without control characters.
const headerText = (value: unknown): string => plainText(value).replace(/[^\x20-\x7e\xa0-\xff]/g, '');

function headersOf(operation: ApiOperation, known: Known, making: Making): fc.Arbitrary<Record<string, string>> {
  const named = parametersIn(operation, 'header').map(({ name, schema }) =>
    fc.option(
      making(schema, known, name).map((value) => [name, headerText(value)] as const),
      { freq: 1 },
    ),
  );
  const own = fc.tuple(...named).map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)));
  return making === valid ? own : fc.tuple(own, strangeHeaders).map(([given, strange]) => ({ ...given, ...strange }));
}

const strangeHeaders = fc.oneof(
  fc.constantFrom<Record<string, string>>(
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': '' },
    { 'content-encoding': 'gzip' },
    { 'accept-language': 'sw' },
    { 'accept-language': '*;q=9,__proto__' },
    { accept: 'image/png' },
    { 'transfer-encoding': 'x' },
    { 'x-http-method-override': 'DELETE' },
    { 'user-agent': '\xff{}' },
    { origin: 'null' },
    { 'if-none-match': '*' },
    { range: 'bytes=9-1' },
  ),
  fc.constantFrom(...TEXTS).map((text) => ({ 'x-request-id': headerText(text) })),
);

function bodyOf(operation: ApiOperation, known: Known, making: Making): fc.Arbitrary<string | null> {
  const { body, method } = operation;
  // Servers read what nobody asked for, too.
  if (body === null) return method === 'GET' || making === valid ? fc.constant(null) : unasked;
  const whole = making(body, known).map(jsonText);
  return making === valid ? whole : fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: noDocument });
}

const noDocument = fc.constantFrom<(string | null)[]>(
  null,
  '',
  'null',
  '[]',
  '{',
  '{}{}',
  '\ufeff{}',
  '['.repeat(10_000),
  `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
  '{"a":1,}',
  "{'a':1}",
  '{"a":NaN}',
);

const unasked = fc.oneof(
  fc.constant(null),
  noDocument,
  odd.map((value) => jsonText(value ?? new Literal('null'))),
);
