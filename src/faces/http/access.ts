/** Who may do what, in one place: every route says whom it is for, and a route that does not say so keeps the server from starting. */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { type Principal, ROLES, type Role } from './principal.ts';
import { Problem } from './problem.ts';

export interface RoleAccess {
  readonly roles: readonly Role[];
  /**
   * The field (of the path, else of the body) in which a customer must name themselves; a route for customers has to
   * have it. `everything` says that there is nothing of others here, `handler` that only the handler can tell it apart.
   */
  readonly own?: { readonly field: string } | 'everything' | 'handler';
  /** Whether this machine itself may come in without a token. */
  readonly local?: boolean;
}

export type Access = 'open' | RoleAccess;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** A customer for themselves, and everyone else for anyone. */
export const everyone = (own: NonNullable<RoleAccess['own']>): RoleAccess => ({ roles: ROLES, own });
export const workers: RoleAccess = { roles: ['staff', 'service', 'admin'] };
export const staff: RoleAccess = { roles: ['staff', 'admin'] };
export const admin: RoleAccess = { roles: ['admin'] };

/** Collects the routes; `check` throws where one of them does not say whom it is for. */
export function requireAccess(app: FastifyInstance): { check(): void; routes: readonly RouteOptions[] } {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  return {
    routes,
    check() {
      for (const { method, url, config } of routes) {
        const access = config?.access;
        if (!access) throw new Error(`${method} ${url} does not say whom it is for`);
        if (access === 'open') continue;
        if (access.roles.includes('customer') && !access.own) {
          throw new Error(`${method} ${url} is for customers, but does not say how it knows what is theirs`);
        }
      }
    },
  };
}

export const isOpen = (request: FastifyRequest): boolean => {
  const access = request.routeOptions.config.access;
  if (access === 'open') return true;
  return access?.local === true && request.headers.authorization === undefined && isLocal(request);
};

// A request that a proxy on this machine hands on is not of this machine.
const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

/** Throws FORBIDDEN where the role may not use the route at all. */
export function assertRole(request: FastifyRequest, principal: Principal): void {
  const access = request.routeOptions.config.access;
  if (access === 'open' || access?.roles.includes(principal.role)) return;
  throw new Problem('FORBIDDEN');
}

/** Throws WALLET_NOT_FOUND where a customer names someone else: that is answered as if they did not exist. */
export function assertOwn(request: FastifyRequest): void {
  const { principal } = request;
  const access = request.routeOptions.config.access;
  if (principal?.role !== 'customer' || access === 'open' || typeof access?.own !== 'object') return;
  const { field } = access.own;
  const named = valueOf(request.params, field) ?? valueOf(request.body, field);
  if (named !== principal.subject) {
    throw new Problem('WALLET_NOT_FOUND', { details: typeof named === 'string' ? { customer: named } : {} });
  }
}

function valueOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
