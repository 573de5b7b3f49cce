import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../engine/submission.ts';
import { hasCardNumber } from '../card-data.ts';
import { principalOf } from './principal.ts';

const MOST_AGENT = 200;

/** Who asks, for the audit trail. `endpoint` is the face and operation, such as `wallets.topup`. */
export function callerOf(request: FastifyRequest, endpoint: string): Caller {
  const { subject, role } = principalOf(request);
  return {
    subject,
    role,
    method: request.method,
    endpoint,
    address: request.ip,
    userAgent: plain(request.headers['user-agent'] ?? ''),
  };
}

// Headers arrive as Latin-1: of what a browser sends, only printable ASCII is worth keeping, and never a card's number.
function plain(text: string): string {
  const ascii = text.replace(/[^\x20-\x7e]/g, '');
  return hasCardNumber(ascii) ? '' : ascii.slice(0, MOST_AGENT);
}
