/** How bodies are read: our strict JSON and nothing else, and no card numbers in it. */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fieldOf } from '../wire/field-error.ts';
import { JsonProblem, parseJson } from '../wire/json.ts';
import { refuseCardData } from './card-scan.ts';
import { invalid, Problem } from './problem.ts';

export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, bodyOf(request, body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

function bodyOf(request: FastifyRequest, bytes: Buffer): unknown {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Problem('UNSUPPORTED_MEDIA_TYPE', { detail: 'the body must not be compressed' });
  }
  if (!isUtf8(bytes)) throw invalid('', 'the body must be UTF-8');
  const text = bytes.toString('utf8');
  const body = parsed(text);
  refuseCardData(text, body);
  return body;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) throw invalid(fieldOf(error.pointer), error.message);
    throw error;
  }
}
