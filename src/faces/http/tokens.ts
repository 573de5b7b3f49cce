/** Checks bearer tokens: signed by the one we trust, for us, in time, and with the claims that we need. */
import { createSecretKey } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { ROLES, type Role } from '../../tokens.ts';

export interface TokenSettings {
  /** The secret of HS256 tokens, or the address of the issuer's key set. */
  readonly keys: { readonly secret: Uint8Array } | { readonly jwksUrl: string };
  readonly issuer: string;
  readonly audience: string;
}

export interface Claims {
  readonly subject: string;
  readonly role: Role;
  /** Name of the ledger. */
  readonly ledger: string;
  /** Seconds since 1970, leeway included: from then on the token counts no more. */
  readonly expires: number;
}

/** The token is not one of ours, or not any more. */
export class TokenRefused extends Error {}

/** The issuer's keys can't be had now, so that nothing can be said of the token. */
export class KeysUnavailable extends Error {}

export type TokenVerifier = (token: string) => Promise<Claims>;

/** Leeway for an issuer whose clock is not ours. */
export const CLOCK_TOLERANCE_S = 5;
const MIN_SECRET_BYTES = 32;
const SUBJECT = /^[\x21-\x7e]{1,255}$/;
const LEDGER = /^[a-z0-9][a-z0-9_-]{0,62}$/;
// A token that brings its own key, or says where to fetch one, asks to be trusted for nothing.
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c'];

type Verify = (token: string, options: JWTVerifyOptions) => ReturnType<typeof jwtVerify>;

/** Makes the verifier. It throws TokenRefused and KeysUnavailable. */
export function tokenVerifier(settings: TokenSettings): TokenVerifier {
  const { verify, algorithms } =
    'secret' in settings.keys ? bySecret(settings.keys.secret) : byKeySet(settings.keys.jwksUrl);
  const options: JWTVerifyOptions = {
    algorithms,
    issuer: settings.issuer,
    audience: settings.audience,
    typ: 'JWT',
    requiredClaims: ['exp', 'sub', 'role'],
    clockTolerance: CLOCK_TOLERANCE_S,
  };
  return async (token) => {
    try {
      const { payload, protectedHeader } = await verify(token, options);
      if (FOREIGN_KEYS.some((name) => name in protectedHeader)) throw new TokenRefused('the token names its own key');
      return claimsOf(payload);
    } catch (error) {
      if (error instanceof TokenRefused) throw error;
      if (keysAreAway(error)) throw new KeysUnavailable('the key set cannot be fetched', { cause: error });
      throw new TokenRefused('the token is not valid', { cause: error });
    }
  };
}

function bySecret(secret: Uint8Array): { verify: Verify; algorithms: string[] } {
  if (secret.length < MIN_SECRET_BYTES)
    throw new Error(`the token secret must have at least ${MIN_SECRET_BYTES} bytes`);
  const key = createSecretKey(secret);
  return { verify: (token, options) => jwtVerify(token, key, options), algorithms: ['HS256'] };
}

function byKeySet(url: string): { verify: Verify; algorithms: string[] } {
  const keySet = createRemoteJWKSet(new URL(url), { timeoutDuration: 3000, cooldownDuration: 10_000 });
  return {
    verify: (token, options) => jwtVerify(token, keySet, options),
    algorithms: ['RS256', 'ES256', 'EdDSA', 'Ed25519'],
  };
}

// What is wrong with a token is a JOSEError of its own class; a plain one says that the key set's server answered badly.
function keysAreAway(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}

function claimsOf({ sub, role, ledger = 'main', exp }: JWTPayload): Claims {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw new TokenRefused('the subject is not one');
  if (!ROLES.includes(role as Role)) throw new TokenRefused('the role is not one');
  if (typeof ledger !== 'string' || !LEDGER.test(ledger)) throw new TokenRefused('the ledger is not one');
  if (exp === undefined) throw new TokenRefused('the token never expires');
  return { subject: sub, role: role as Role, ledger, expires: exp + CLOCK_TOLERANCE_S };
}
