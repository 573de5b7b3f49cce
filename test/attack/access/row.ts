/** What a row of the access table says. */
import type { Role } from '../../../src/tokens.ts';
import type { Shop, Things } from './things.ts';

/** The parts of a request that name something; its method and path are the document's. */
export interface Ask {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
}

export interface Row {
  /** A customer reaches what is their own, anything that is here, or nothing. */
  readonly customer: 'own' | 'any' | 'none';
  /** The other roles that may; they may for every customer. */
  readonly others: readonly Role[];
  /** Those that may once somebody approves. */
  readonly approved?: readonly Role[];
  /** How what is another's is answered, and what is not there at all. */
  readonly strange?: readonly [status: number, code: string];
  /** A request about these things. What can be done only once is made anew for each. */
  readonly ask?: (of: Things, shop: Shop) => Ask | Promise<Ask>;
  /** The customer's own thing with one of these in it, where a request names two. */
  readonly within?: (own: Things, of: Things) => Ask;
}

/** Where a role stands at an operation. */
export type Right = 'may' | 'own' | 'approved' | 'no';

export function rightOf({ customer, others, approved = [] }: Row, role: Role): Right {
  if (role === 'customer') return ({ own: 'own', any: 'may', none: 'no' } as const)[customer];
  if (others.includes(role)) return 'may';
  return approved.includes(role) ? 'approved' : 'no';
}
