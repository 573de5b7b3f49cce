/** The error envelope of spec/customer-wallet.md: `{status: "error", code, message}`, with the codes that it knows. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { CATALOGUE, type ProblemCode } from '../catalogue.ts';
import { describeError } from '../describe-error.ts';
import { languageOf, wordsOf } from '../languages.ts';
import type { Problem } from '../problem.ts';
import { logFailure } from '../problem-json.ts';

/** The field whose faults have a code of their own. */
const AMOUNT = 'amount';

const STATUS: Readonly<Partial<Record<ProblemCode, number>>> = { INSUFFICIENT_FUNDS: 400 };

const isAmount = ({ code, errors }: Problem): boolean =>
  code === 'VALIDATION_ERROR' && errors.length > 0 && errors.every(({ field }) => field === AMOUNT);

/** The error handler of the face. */
export function sendWalletError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = describeError(error);
  logFailure(request, problem, error);
  const code = isAmount(problem) ? 'INVALID_AMOUNT' : problem.code;
  const language = languageOf(request);
  reply
    .code(STATUS[problem.code] ?? problem.status)
    .headers(problem.headers)
    .header('content-language', language)
    .type('application/json; charset=utf-8')
    // Sent as text: a schema of the answer would drop what it does not know.
    .send(JSON.stringify({ status: 'error', code, message: wordsOf(problem, language).detail }));
}

const errorSchema = Type.Object({
  status: Type.Literal('error'),
  code: Type.String({ description: 'The same in every language' }),
  message: Type.String({ description: 'What is wrong with this very request' }),
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
export function walletErrors(kind: 'read' | 'write', ...codes: readonly ProblemCode[]) {
  const all = [...ANY, ...(kind === 'write' ? WRITE : []), ...codes].map((code) => ({
    status: STATUS[code] ?? CATALOGUE[code].status,
    text: `${code}: ${CATALOGUE[code].title}`,
  }));
  if (kind === 'write') all.push({ status: 400, text: 'INVALID_AMOUNT: the amount is not one of the asset' });
  return Object.fromEntries(
    [...Map.groupBy(all, ({ status }) => status)].map(([status, errors]) => [
      status,
      {
        description: errors.map(({ text }) => text).join('. '),
        content: { 'application/json': { schema: errorSchema } },
      },
    ]),
  );
}
