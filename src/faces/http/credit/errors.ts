/** The error envelope of spec/credit-wallet.md: `{respCode, message, details}`, with the codes that the document knows. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { FieldError } from '../../wire/field-error.ts';
import { CATALOGUE, type ProblemCode } from '../catalogue.ts';
import { describeError } from '../describe-error.ts';
import { inLanguage, languageOf, wordsOf } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { logFailure } from '../problem-json.ts';

interface FaceError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Problem['details'];
  readonly errors: readonly FieldError[];
}

/** What the document calls by another name, or answers with another status, than the rest of the service. */
const RENAMED: Readonly<Partial<Record<ProblemCode, Partial<FaceError>>>> = {
  FORBIDDEN: { code: 'UNAUTHORIZED_ACCESS' },
  // On this face only the check of whose data it is says so: a customer named someone else. Whom is not repeated: it may
  // be a card number.
  WALLET_NOT_FOUND: {
    code: 'UNAUTHORIZED_ACCESS',
    status: 403,
    message: 'a customer may only act for themselves',
    details: {},
  },
  ASSET_NOT_FOUND: {
    code: 'VALIDATION_ERROR',
    status: 400,
    message: 'currency is not known',
    errors: [{ field: 'currency', message: 'is not known' }],
  },
  INTERNAL: { code: 'INTERNAL_SERVER_ERROR' },
};

function faceError(problem: Problem, language: string): FaceError {
  const { detail, errors } = wordsOf(problem, language);
  const renamed = RENAMED[problem.code] ?? {};
  const { message, errors: named = [] } = renamed;
  return {
    status: renamed.status ?? problem.status,
    code: renamed.code ?? problem.code,
    message: message === undefined ? detail : inLanguage(language, message),
    details: renamed.details ?? problem.details,
    errors: [
      ...errors.map(({ field, message }) => ({ field: dotted(field), message })),
      ...named.map(({ field, message }) => ({ field, message: inLanguage(language, message) })),
    ],
  };
}

/** A field's path as all errors write it: `lines.0.quantity`, where an operation says `lines[0].quantity`. */
const dotted = (field: string): string => field.replace(/\[([0-9]+)\]/g, '.$1');

/** The error handler of the face. */
export function sendCreditError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = describeError(error);
  logFailure(request, problem, error);
  const language = languageOf(request);
  const { status, code, message, details: told, errors } = faceError(problem, language);
  const details = { code, ...told, ...(errors.length > 0 && { errors }) };
  reply
    .code(status)
    .headers(problem.headers)
    .header('content-language', language)
    .type('application/json; charset=utf-8')
    // Sent as text: a schema of the answer would drop what it does not know.
    .send(JSON.stringify({ respCode: status, message, details }));
}

const errorSchema = Type.Object({
  respCode: Type.Integer(),
  message: Type.String({ description: 'What is wrong with this very request' }),
  details: Type.Object(
    {
      code: Type.String({ description: 'The same in every language' }),
      errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
    },
    { additionalProperties: true, description: 'And what was wrong; amounts in minor units, as text' },
  ),
});

const ANY: readonly ProblemCode[] = [
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'VALIDATION_ERROR',
  'UNAVAILABLE',
  'INTERNAL',
];
const WRITE: readonly ProblemCode[] = [
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'CARD_DATA_REFUSED',
  'DUPLICATE_IDEMPOTENCY_KEY',
  'LEDGER_CLOSED',
];

/** The error answers of a route, for the reference: what any can give, and these. */
export function creditErrors(kind: 'read' | 'write', ...codes: readonly ProblemCode[]) {
  const all = [...ANY, ...(kind === 'write' ? WRITE : []), ...codes].map((code) => {
    const { status, code: name } = { status: CATALOGUE[code].status, code, ...RENAMED[code] };
    return { status, name, title: CATALOGUE[code].title };
  });
  return Object.fromEntries(
    [...Map.groupBy(all, ({ status }) => status)].map(([status, errors]) => [
      status,
      {
        description: errors.map(({ name, title }) => `${name}: ${title}`).join('. '),
        content: { 'application/json': { schema: errorSchema } },
      },
    ]),
  );
}
