/** What every request passes before its route: who is it, are they not too many, may they. */
import rateLimit, { type CreateRateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assertOwn, assertRole, isOpen } from './access.ts';
import type { Authenticator } from './authenticate.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';

export interface RateLimits {
  /** Requests a minute of one customer, or of one address without a valid token; 0 for no limit. */
  readonly rateLimit: number;
  /** Requests a minute of one subject of any other role; 0 for no limit. */
  readonly rateLimitTrusted: number;
}

const MINUTE_MS = 60_000;

/** Adds the hooks. Authorization waits for the body, which may name whom the request concerns. */
export async function addGate(app: FastifyInstance, authenticator: Authenticator, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: 50_000 });
  const limiter = (max: number, keyGenerator: CreateRateLimitOptions['keyGenerator']) =>
    max === 0 ? null : app.createRateLimit({ max, timeWindow: MINUTE_MS, ...(keyGenerator && { keyGenerator }) });
  const bySubject = ({ principal }: FastifyRequest) => `${principal?.ledgerId} ${principal?.subject}`;
  const ofCustomers = limiter(limits.rateLimit, bySubject);
  const ofTrusted = limiter(limits.rateLimitTrusted, bySubject);
  const ofAddresses = limiter(limits.rateLimit, (request) => request.ip);

  async function limit(check: ReturnType<typeof limiter>, request: FastifyRequest): Promise<void> {
    const state = await check?.(request);
    if (!state || state.isAllowed || !state.isExceeded) return;
    throw new Problem('RATE_LIMITED', { headers: { 'retry-after': String(state.ttlInSeconds) } });
  }

  async function identify(request: FastifyRequest): Promise<Principal> {
    try {
      return await authenticator.authenticate(request);
    } catch (error) {
      await limit(ofAddresses, request);
      throw error;
    }
  }

  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    if (request.is404 || isOpen(request)) return;
    const principal = await identify(request);
    request.principal = principal;
    const check = principal.role === 'customer' ? ofCustomers : ofTrusted;
    if (check) await limit(check, request);
    assertRole(request, principal);
  });
  app.addHook('preHandler', (request, _reply, done) => {
    assertOwn(request);
    done();
  });
}
