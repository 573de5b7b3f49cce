import { Unanswered } from '../../engine/failure.ts';
import { Unavailable } from '../../engine/submission.ts';
import type { ProblemCode } from './catalogue.ts';
import { Problem } from './problem.ts';

const FRAMEWORK: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'VALIDATION_ERROR',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'VALIDATION_ERROR',
  FST_ERR_BAD_URL: 'NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
  // A path that leads out of the console's files.
  FST_STATIC_FORBIDDEN_PATH: 'NOT_FOUND',
};

/** What any error of a request is to its caller. What nobody foresaw is INTERNAL and tells nothing of itself. */
export function describeError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Unavailable) {
    return unavailable(error.retryAfter, error.reason === 'violated' ? 'LEDGER_CLOSED' : 'UNAVAILABLE');
  }
  if (error instanceof Unanswered) return unavailable(1);
  const code = error instanceof Error && 'code' in error ? FRAMEWORK[String(error.code)] : undefined;
  return new Problem(code ?? 'INTERNAL');
}

export const unavailable = (retryAfter: number, code: 'UNAVAILABLE' | 'LEDGER_CLOSED' = 'UNAVAILABLE'): Problem =>
  new Problem(code, { headers: { 'retry-after': String(Math.ceil(retryAfter)) } });
