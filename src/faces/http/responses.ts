/** The error answers of a route, for the reference: the problems that it can give, by status. */
import Type, { type TSchema } from 'typebox';
import { documented } from '../wire/openapi-schema.ts';
import { CATALOGUE, type ProblemCode } from './catalogue.ts';
import { PROBLEM_TYPE } from './problem-json.ts';

/** What any route that needs a token can give. */
const COMMON: readonly ProblemCode[] = [
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'VALIDATION_ERROR',
  'UNAVAILABLE',
  'INTERNAL',
];
const WITH_BODY: readonly ProblemCode[] = [
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'CARD_DATA_REFUSED',
  'LEDGER_CLOSED',
];

/** What all of them look like; a component of the OpenAPI document. */
export const problemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: 'What is wrong with this very request' }),
  code: Type.String({ enum: Object.keys(CATALOGUE), description: 'The same in every language' }),
  instance: Type.String({ description: 'Names the request; its id is also in the x-request-id header' }),
  errors: Type.Optional(
    Type.Array(Type.Object({ field: Type.String(), message: Type.String() }), {
      description: 'What is wrong, by field',
    }),
  ),
  details: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'Amounts in minor units, as text' })),
});

const reference = documented({}, { $ref: '#/components/schemas/Problem' });

export type ErrorResponses = Record<number, { description: string; content: Record<string, { schema: TSchema }> }>;

/** The declarations for a route that can give these problems besides those that all can. */
export function problems(kind: 'read' | 'write' | 'open', ...codes: readonly ProblemCode[]): ErrorResponses {
  const all = [...(kind === 'open' ? [] : COMMON), ...(kind === 'write' ? WITH_BODY : []), ...codes];
  const byStatus = Map.groupBy(all, (code) => CATALOGUE[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${CATALOGUE[code].title}`).join('. '),
        content: { [PROBLEM_TYPE]: { schema: reference } },
      },
    ]),
  );
}
