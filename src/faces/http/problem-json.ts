/** The envelope of RFC 9457, for the faces whose document names no other. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Unavailable } from '../../engine/submission.ts';
import { describeError } from './describe-error.ts';
import { ENGLISH, languageOf, wordsOf } from './languages.ts';
import type { Problem } from './problem.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export function problemBody(problem: Problem, requestId: string, language = ENGLISH) {
  const { title, detail, errors } = wordsOf(problem, language);
  return {
    type: `urn:pochi:error:${problem.code}`,
    title,
    status: problem.status,
    detail,
    code: problem.code,
    instance: `urn:pochi:request:${requestId}`,
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(problem.details).length > 0 && { details: problem.details }),
  };
}

/** The error handler of a face with this envelope. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = describeError(error);
  logFailure(request, problem, error);
  const language = languageOf(request);
  reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-language', language)
    .type(PROBLEM_TYPE)
    // Sent as text: a schema of the answer would drop what it does not know.
    .send(JSON.stringify(problemBody(problem, request.id, language)));
}

/** What is our fault is logged with its cause; what is the caller's is not. Of a full queue the engine tells, in few lines. */
export function logFailure(request: FastifyRequest, problem: Problem, error: unknown): void {
  if (problem.status < 500 || (error instanceof Unavailable && error.reason === 'full')) return;
  const line = { request_id: request.id, route: request.routeOptions.url, code: problem.code, err: error };
  if (problem.status === 503) request.log.warn(line, 'a request could not be served now');
  else request.log.error(line, 'a request failed');
}
