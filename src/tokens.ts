/** Tokens that Pochi signs itself, where no identity provider does. */
import { SignJWT } from 'jose';
import { type Config, ConfigError } from './config.ts';
import { keptSecret } from './data-dir.ts';

/** What each of them may do: docs/operating/roles.md. */
export const ROLES = ['customer', 'staff', 'service', 'admin', 'cashier', 'supervisor', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export interface TokenRequest {
  readonly role: Role;
  /** Who it is for: a customer's id, or a name for staff and services. */
  readonly subject: string;
  /** The ledger it is for; the main one by default. */
  readonly ledger?: string;
  /** How long it is valid, such as `12h` or `30d`. */
  readonly expires?: string;
}

/** The key that tokens are signed and checked with (HS256): `JWT_SECRET`, or the one kept in the data directory. */
export async function tokenKey(config: Config): Promise<Uint8Array> {
  return new TextEncoder().encode(config.jwtSecret ?? (await keptSecret(config.dataDir, 'jwt.secret')));
}

/** Signs a token. Throws ConfigError where tokens come from an identity provider, RangeError or TypeError for a bad lifetime. */
export async function signToken(
  config: Config,
  { role, subject, ledger, expires = '24h' }: TokenRequest,
): Promise<string> {
  if (config.jwtJwksUrl !== null) throw new ConfigError('JWT_JWKS_URL is set: its identity provider makes the tokens');
  return new SignJWT({ role, ...(ledger === undefined ? {} : { ledger }) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(subject)
    .setIssuer(config.jwtIssuer)
    .setAudience(config.jwtAudience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await tokenKey(config));
}
