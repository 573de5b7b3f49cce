/** The key that signs checkpoints: given by a setting, or made and kept in the data directory. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { keptSecret } from '../../data-dir.ts';
import { type SigningKey, signingKey } from '../../ledger/checkpoint.ts';

const FILE = 'checkpoint-key';

/** Made on first use, and the same ever after. */
export async function checkpointKey({ checkpointKey: given, dataDir }: Config): Promise<SigningKey> {
  const secret = given ?? (await keptSecret(dataDir, FILE));
  return signingKey(Buffer.from(secret, 'base64url'));
}

/** Forgets the secret that is kept, and makes another one. Throws where it is given by a setting. */
export async function renewCheckpointKey(config: Config): Promise<SigningKey> {
  if (config.checkpointKey !== null) throw new Error('CHECKPOINT_KEY is set: give it another value instead');
  await rm(join(config.dataDir, FILE), { force: true });
  return checkpointKey(config);
}
