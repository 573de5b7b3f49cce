import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hasCardNumber } from '../card-data.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's own x-request-id where it is a sound one, a new one otherwise: it is kept, so that it must be no card's number. */
export function requestId(message: Pick<IncomingMessage, 'headers'>): string {
  const given = message.headers['x-request-id'];
  const sound = typeof given === 'string' && REQUEST_ID.test(given) && !hasCardNumber(given);
  return sound ? given : randomUUID();
}
