import type { FastifyRequest } from 'fastify';
import type { Role } from '../../tokens.ts';

/** Whom a valid token speaks for. */
export interface Principal {
  readonly subject: string;
  readonly role: Role;
  /** The books that the token is for. */
  readonly ledgerId: bigint;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where no token was given, on routes that are open. */
    principal: Principal | null;
  }
}

/** Who asks. Only for handlers of routes that are not open. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.principal) throw new Error('a route that needs a token was reached without one');
  return request.principal;
}
