/** How push services know who sends: RFC 8292. */
import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Config } from '../../config.ts';
import type { Database } from '../../queries/database.ts';
import { keptPushKey } from '../../queries/push-keys.ts';
import { Lru } from '../wire/lru.ts';

const CURVE = 'prime256v1';
/** At most 24 hours are allowed. */
const VALID_S = 12 * 3600;
const RENEW_BEFORE_S = 3600;
const PUSH_SERVICES = 1_000;

interface Signed {
  readonly header: string;
  readonly expires: number;
}

/** A key pair, and the headers that it signed. */
export class VapidKey {
  /** The public key as browsers want it: the uncompressed point in base64url. */
  readonly publicKey: string;
  readonly #key: KeyObject;
  readonly #contact: string | null;
  /** By the push service's origin: each has its own, and takes it until it expires. */
  readonly #signed = new Lru<Signed>(PUSH_SERVICES);

  /** `contact` is where a push service's people may write to: `mailto:` or `https:`. Throws for what is no key. */
  constructor(privateKey: Buffer, contact: string | null) {
    const pair = createECDH(CURVE);
    pair.setPrivateKey(privateKey);
    const point = pair.getPublicKey();
    this.publicKey = point.toString('base64url');
    this.#contact = contact;
    this.#key = createPrivateKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
        d: privateKey.toString('base64url'),
      },
    });
  }

  /** What stands in `authorization` for a message to this endpoint. */
  async header(endpoint: string, now = Date.now()): Promise<string> {
    const { origin } = new URL(endpoint);
    const seconds = Math.floor(now / 1000);
    const known = this.#signed.get(origin);
    if (known && known.expires - RENEW_BEFORE_S > seconds) return known.header;
    const expires = seconds + VALID_S;
    const claims = new SignJWT(this.#contact === null ? {} : { sub: this.#contact })
      .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
      .setAudience(origin)
      .setExpirationTime(expires);
    const header = `vapid t=${await claims.sign(this.#key)}, k=${this.publicKey}`;
    this.#signed.set(origin, { header, expires });
    return header;
  }
}

/** A private key nobody has had before. */
export function freshKey(): Buffer {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  // Leading zeros are not part of what the library gives.
  return Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex');
}

export interface VapidSettings {
  /** The private key of all ledgers; where it is null, each ledger has its own, which the database keeps. */
  readonly privateKey: Buffer | null;
  readonly contact: string | null;
}

export const vapidSettings = ({ pushPrivateKey, pushContact }: Pick<Config, 'pushPrivateKey' | 'pushContact'>) =>
  ({
    privateKey: pushPrivateKey === null ? null : Buffer.from(pushPrivateKey, 'base64url'),
    contact: pushContact,
  }) satisfies VapidSettings;

/** The keys of all ledgers, the same on all instances. */
export class VapidKeys {
  readonly #database: Database;
  readonly #settings: VapidSettings;
  readonly #keys = new Map<bigint, VapidKey>();

  constructor(database: Database, settings: VapidSettings) {
    this.#database = database;
    this.#settings = settings;
  }

  async of(ledgerId: bigint): Promise<VapidKey> {
    const known = this.#keys.get(ledgerId);
    if (known) return known;
    const { privateKey, contact } = this.#settings;
    const key = new VapidKey(privateKey ?? (await keptPushKey(this.#database, ledgerId, freshKey)), contact);
    this.#keys.set(ledgerId, key);
    return key;
  }
}
