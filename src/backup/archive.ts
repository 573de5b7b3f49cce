/**
 * The file of a backup: a tar archive, so that it can be looked into without us. Nothing in it is read by the tar headers,
 * though: the manifest says where everything lies, and the last two entries say where the manifest lies and what the
 * SHA-256 of all bytes before is. Both have fixed places, so that there is no byte whose change would go unseen.
 */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Manifest, Stretch } from './manifest.ts';

export const BLOCK = 512;
/** The entry that names the place of the manifest: a header and one block. */
export const PLACE_BYTES = 2 * BLOCK;
/** The entry with the hash, and the two empty blocks that end an archive. */
export const SEAL_BYTES = 4 * BLOCK;

/** Writes entries one behind the other; nothing has the file's name before all of it is on the disk. */
export class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  #at = 0;

  private constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Throws EEXIST where the file, or one that is being written, is there already. Only its owner may read it. */
  static async create(path: string): Promise<ArchiveWriter> {
    await refuseExisting(path);
    return new ArchiveWriter(await open(draftOf(path), 'wx', 0o600), path);
  }

  async add(name: string, bytes: Buffer): Promise<Stretch> {
    const at = this.#at + BLOCK;
    await this.#write(entry(name, bytes));
    return { at, length: bytes.length };
  }

  /** Adds the manifest and the seal, and gives the file its name. Gives the SHA-256 that seals it, hexadecimal. */
  async finish(manifest: Manifest): Promise<string> {
    const place = await this.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
    await this.add('manifest.place', Buffer.from(JSON.stringify(place)));
    const sha256 = this.#hash.digest('hex');
    await writeAll(this.#file, sealOf(sha256));
    await this.#file.sync();
    await this.#file.close();
    // A link, other than a renaming, never takes the place of another file.
    await link(draftOf(this.#path), this.#path);
    await rm(draftOf(this.#path));
    await syncDirectory(dirname(this.#path));
    return sha256;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
    await rm(draftOf(this.#path), { force: true });
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes);
    this.#at += bytes.length;
    await writeAll(this.#file, bytes);
  }
}

/** The end of an archive whose bytes before it have this hash. */
export const sealOf = (sha256: string): Buffer =>
  Buffer.concat([entry('sha256', Buffer.from(`${sha256}\n`)), Buffer.alloc(2 * BLOCK)]);

const draftOf = (path: string): string => `${path}.part`;

/** A header as POSIX has it (ustar), the bytes, and zeros up to the next block. */
function entry(name: string, bytes: Buffer): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write('0000600\0' + '0000000\0' + '0000000\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
}

async function refuseExisting(path: string): Promise<void> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return;
  await file.close();
  throw new Error(`${path} is there already, and no backup is written over`);
}

/** The name of a new file lasts only once its directory is on the disk. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}
