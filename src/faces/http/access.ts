/** Who may do what, in one place: every route says whom it is for, and a route that does not say so keeps the server from starting. */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ROLES, type Role } from '../../tokens.ts';
import { idText } from '../wire/ids.ts';
import type { Principal } from './principal.ts';
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
  interface FastifyInstance {
    readonly routes: readonly RouteOptions[];
  }
}

/** A customer for themselves, and everyone else for anyone: for reads, as an auditor is among them. */
export const everyone = (own: NonNullable<RoleAccess['own']>): RoleAccess => ({ roles: ROLES, own });

const STAFF = ['staff', 'supervisor', 'admin'] as const;
const WORKERS = [...STAFF, 'service'] as const;

// Who may write.
export const admin: RoleAccess = { roles: ['admin'] };
export const staff: RoleAccess = { roles: STAFF };
export const workers: RoleAccess = { roles: WORKERS };
/** Staff, and a cashier with them: what goes further than a cashier may, a supervisor approves. */
export const till: RoleAccess = { roles: [...STAFF, 'cashier'] };
export const tillAndServices: RoleAccess = { roles: [...WORKERS, 'cashier'] };
/** A customer for themselves, and these for anyone. */
export const ownOr = ({ roles }: RoleAccess, own: NonNullable<RoleAccess['own']>): RoleAccess => ({
  roles: ['customer', ...roles],
  own,
});

// Who may read what customers may not.
export const adminReaders: RoleAccess = { roles: ['admin', 'auditor'] };
export const staffReaders: RoleAccess = { roles: [...STAFF, 'auditor'] };
export const readers: RoleAccess = { roles: [...WORKERS, 'auditor'] };
export const tillReaders: RoleAccess = { roles: [...WORKERS, 'cashier', 'auditor'] };

/** Lists the routes as `app.routes`, and keeps the server from starting where one does not say whom it is for. */
export function requireAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.decorate('routes', routes);
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', (done) => {
    for (const route of routes) assertDeclared(route);
    done();
  });
}

function assertDeclared({ method, url, config }: RouteOptions): void {
  const access = config?.access;
  if (!access) throw new Error(`${method} ${url} does not say whom it is for`);
  if (access !== 'open' && access.roles.includes('customer') && !access.own) {
    throw new Error(`${method} ${url} is for customers, but does not say how it knows what is theirs`);
  }
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
  const given = namedIn(request.params, field) ?? namedIn(request.body, field);
  const named = typeof given === 'number' ? idText(given) : given;
  if (named !== principal.subject) {
    throw new Problem('WALLET_NOT_FOUND', { details: typeof named === 'string' ? { customer: named } : {} });
  }
}

function namedIn(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}
