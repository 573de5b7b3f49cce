/** Secrets as they are kept in the database: under a key that is not in it, so that a copy of it gives none away. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import { keptSecret } from '../../data-dir.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export class Sealer {
  readonly #key: Buffer;

  /** `key` is any text that nobody can guess. */
  constructor(key: string) {
    this.#key = Buffer.from(hkdfSync('sha256', key, '', 'pochi sealed secrets', 32));
  }

  /** Encrypts a secret. It can be opened only where it was sealed for: `place` names it. */
  seal(secret: string, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** The secret again. Throws where it was sealed under another key or for another place. */
  open(sealed: Buffer, place: string): string {
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }
}

/** The sealer of this service: under `SECRETS_KEY`, or the key kept in the data directory. */
export const openSealer = async ({ secretsKey, dataDir }: Pick<Config, 'secretsKey' | 'dataDir'>): Promise<Sealer> =>
  new Sealer(secretsKey ?? (await keptSecret(dataDir, 'secrets.key')));

/** Where the secrets of a webhook are sealed for. */
export const sealedFor = (ledgerId: bigint, webhookId: string): string => `webhook ${ledgerId} ${webhookId}`;
