/**
 * Checkpoints: what a ledger's log held at one moment, signed. They are notes as c2sp.org/signed-note and
 * c2sp.org/tlog-checkpoint define them, so that other tools can read, keep and witness them. proof-check.ts opens them.
 */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign } from 'node:crypto';

export interface SigningKey {
  readonly privateKey: KeyObject;
  /** 32 bytes, as RFC 8032 encodes it. */
  readonly publicKey: Buffer;
}

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const ED25519 = Buffer.from([1]);

/** The key of 32 secret bytes. */
export function signingKey(secret: Buffer): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.subarray(-32) };
}

/** The four bytes by which a signature names its key. */
export const keyId = (name: string, publicKey: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), ED25519, publicKey]), 'buffer').subarray(0, 4);

/** A public key as other tools of that format take it: name, id, algorithm and key in one word. */
export const verifierKey = (name: string, publicKey: Buffer): string =>
  `${name}+${keyId(name, publicKey).toString('hex')}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;

/** The name of a ledger's log, which is the name of its key too: `pochi` and `main` make `pochi/main`. */
export const originOf = (prefix: string, ledger: string): string => `${prefix}/${ledger}`;

/** The signed note for a log of `size` blocks. */
export function signCheckpoint(origin: string, size: bigint, root: Buffer, key: SigningKey): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([keyId(origin, key.publicKey), sign(null, Buffer.from(text), key.privateKey)]);
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`;
}
