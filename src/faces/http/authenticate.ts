import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { LedgerNames } from '../../queries/ledgers.ts';
import { Lru } from '../wire/lru.ts';
import { unavailable } from './describe-error.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';
import { CLOCK_TOLERANCE_S, KeysUnavailable, TokenRefused, type TokenVerifier } from './tokens.ts';

/** Whom a token speaks for, and until when. */
export interface Identified {
  readonly principal: Principal;
  /** Seconds since 1970, leeway included: from then on the token counts no more. */
  readonly expires: number;
  /** The token's own `exp`, in seconds since 1970. */
  readonly expiresAt: number;
}

const REMEMBERED_TOKENS = 10_000;
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** Finds out who sends a request. Throws UNAUTHENTICATED, FORBIDDEN (a ledger that is not there) and UNAVAILABLE. */
export class Authenticator {
  readonly #verify: TokenVerifier;
  readonly #ledgers: LedgerNames;
  /** By the token's hash, so that no token lies in memory. */
  readonly #known = new Lru<Identified>(REMEMBERED_TOKENS);

  constructor(verify: TokenVerifier, ledgers: LedgerNames) {
    this.#verify = verify;
    this.#ledgers = ledgers;
  }

  /** The principal if it is known already, without any waiting; otherwise a promise of it. */
  authenticate(request: FastifyRequest): Principal | Promise<Principal> {
    const header = request.headers.authorization;
    if (header === undefined) throw unauthenticated('Bearer realm="pochi"');
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) throw unauthenticated('Bearer realm="pochi", error="invalid_request"');
    const identified = this.identify(token);
    return 'principal' in identified ? identified.principal : identified.then(({ principal }) => principal);
  }

  /** The same of a bare token, for faces that have no headers. */
  identify(token: string): Identified | Promise<Identified> {
    const key = hash('sha256', token, 'base64');
    const known = this.#known.get(key);
    return known && known.expires > Date.now() / 1000 ? known : this.#verifyAnew(token, key);
  }

  async #verifyAnew(token: string, key: string): Promise<Identified> {
    this.#known.delete(key);
    const claims = await this.#verify(token).catch((error: unknown) => {
      if (error instanceof TokenRefused) throw unauthenticated('Bearer realm="pochi", error="invalid_token"');
      if (error instanceof KeysUnavailable) throw unavailable(5);
      throw error;
    });
    const ledgerId = await this.#ledgers.find(claims.ledger);
    if (ledgerId === null) throw new Problem('FORBIDDEN', { detail: `there is no ledger ${claims.ledger}` });
    const principal: Principal = { subject: claims.subject, role: claims.role, ledgerId };
    const identified = { principal, expires: claims.expires, expiresAt: claims.expires - CLOCK_TOLERANCE_S };
    this.#known.set(key, identified);
    return identified;
  }
}

const unauthenticated = (challenge: string): Problem =>
  new Problem('UNAUTHENTICATED', { headers: { 'www-authenticate': challenge } });
