/** The secrets that Pochi makes for itself, each in a file of the data directory that only its owner can read. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the data directory. Root leaves it passable, because the database in it runs as another user; the
 * files in it say themselves who may read them.
 */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/** The secret of this name: 256 random bits as URL-safe text, made on first use and the same ever after. */
export async function keptSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name);
  const kept = await readSecret(path);
  if (kept !== null) return kept;
  await makeDataDir(dataDir);
  await writeOnce(path, randomBytes(32).toString('base64url'));
  return readFile(path, 'utf8');
}

export interface KeptSecret {
  /** Of its file. */
  readonly name: string;
  readonly secret: string;
}

const SECRET = /^[\w-]{43}$/;
const NAME = /^[a-z][a-z.-]{0,100}$/;
/** They open this directory's own database and no other. */
const OF_THE_DATABASE = /^postgres-/;

/** All that were made so far, without those of the database that lies beside them. */
export async function keptSecrets(dataDir: string): Promise<KeptSecret[]> {
  const entries = await readdir(dataDir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isFile() && NAME.test(entry.name) && !OF_THE_DATABASE.test(entry.name));
  const files = await Promise.all(
    names.map(async ({ name }) => ({ name, secret: await readFile(join(dataDir, name), 'utf8') })),
  );
  return files.filter(({ secret }) => SECRET.test(secret)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Throws where such a secret could not be put back: another one is there, or it is none. Writes nothing. */
export async function refuseOtherSecrets(dataDir: string, secrets: readonly KeptSecret[]): Promise<void> {
  for (const { name, secret } of secrets) {
    if (!NAME.test(name) || OF_THE_DATABASE.test(name) || !SECRET.test(secret))
      throw new Error('a secret in the backup is none that Pochi makes');
    const kept = await readSecret(join(dataDir, name));
    if (kept !== null && kept !== secret) throw new Error(`there is another ${name} in ${dataDir} already`);
  }
}

/** Puts secrets of another data directory into this one. Throws as `refuseOtherSecrets` does. */
export async function putSecrets(dataDir: string, secrets: readonly KeptSecret[]): Promise<void> {
  await refuseOtherSecrets(dataDir, secrets);
  await makeDataDir(dataDir);
  for (const { name, secret } of secrets) await writeOnce(join(dataDir, name), secret);
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of several that write at once the first wins, whole: a link is made at once or not at all. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}
