/** Refuses requests that hold a card number, anywhere: RELIABILITY and the payment documents want none ever kept. */
import type { FastifyInstance } from 'fastify';
import { fieldWithCard, hasCardNumber } from '../card-data.ts';
import { Problem } from './problem.ts';

/** Throws CARD_DATA_REFUSED for a body with a card number in any text, number or key of it. */
export function refuseCardData(text: string, value: unknown): void {
  const field = fieldWithCard(text, value);
  if (field !== null) throw cardRefused(field);
}

/** Throws CARD_DATA_REFUSED for a header's value that is a card number. */
export function refuseCardHeader(name: string, value: string): void {
  if (hasCardNumber(value)) throw cardRefused(name);
}

/** Refuses a write whose path has a card number in it: what a path names is kept. Throws CARD_DATA_REFUSED. */
export function refuseCardsInPaths(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') return done();
    const params = Object.entries((request.params ?? {}) as Record<string, string>);
    const name = params.find(([, value]) => hasCardNumber(value))?.[0];
    done(name === undefined ? undefined : cardRefused(name));
  });
}

// The field is named, its value never: it must not come back in an answer, nor stand in a log.
const cardRefused = (field: string): Problem => new Problem('CARD_DATA_REFUSED', { details: { field } });
