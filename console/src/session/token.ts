import { OPERATION_ROLES } from '../api/access.ts';

/** What a console reads out of a token. Only the server can say whether it is genuine. */
export interface Session {
  readonly token: string;
  readonly subject: string;
  readonly role: string;
  readonly ledger: string;
  /** Milliseconds since 1970; null where the token says nothing of it. */
  readonly expiresAt: number | null;
}

export type Operation = keyof typeof OPERATION_ROLES;

/** A text that is no token at all. */
export class TokenProblem extends Error {}

/** Reads the claims. Throws TokenProblem; spaces and a `Bearer` or `export X=` before the token are forgiven. */
export function readToken(pasted: string): Session {
  const token = /[\w-]+\.[\w-]+\.[\w-]+/.exec(pasted)?.[0];
  const claims = token === undefined ? null : claimsOf(token);
  if (!token || !claims || typeof claims.sub !== 'string' || typeof claims.role !== 'string') throw new TokenProblem();
  return {
    token,
    subject: claims.sub,
    role: claims.role,
    ledger: typeof claims.ledger === 'string' ? claims.ledger : 'main',
    expiresAt: typeof claims.exp === 'number' ? claims.exp * 1000 : null,
  };
}

function claimsOf(token: string): Record<string, unknown> | null {
  try {
    const middle = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(middle.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Whether a role may call an operation, as far as the role decides it. */
export const roleCan = (role: string, operation: Operation): boolean =>
  (OPERATION_ROLES[operation] as readonly string[]).includes(role);
