/** Opens the file of a backup, once every byte of it is known to be as it was written. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { PLACE_BYTES, SEAL_BYTES, sealOf } from './archive.ts';
import { type Manifest, readManifest, type Stretch, type TableCopy } from './manifest.ts';
import { PIECE_BYTES } from './rows.ts';

const unpack = promisify(zstdDecompress);

/** How far the reading of the file has come, in bytes. */
export type OnRead = (done: number, all: number) => void;

export class Archive {
  readonly manifest: Manifest;
  readonly #file: FileHandle;

  private constructor(file: FileHandle, manifest: Manifest) {
    this.#file = file;
    this.manifest = manifest;
  }

  /** Throws where the file is not a whole backup as it was written. */
  static async open(path: string, onRead: OnRead = () => {}): Promise<Archive> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size < PLACE_BYTES + SEAL_BYTES) throw damaged(path, 'it is too short');
      const sealed = size - SEAL_BYTES;
      const seal = sealOf(await hashOf(file, sealed, onRead));
      if (!seal.equals(await read(file, { at: sealed, length: SEAL_BYTES })))
        throw damaged(path, 'it is not what its SHA-256 was taken of');
      const place = readPlace(await read(file, { at: sealed - PLACE_BYTES / 2, length: PLACE_BYTES / 2 }));
      return new Archive(file, readManifest((await read(file, place)).toString('utf8')));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The text of a table's rows, a piece at a time; its pieces may end within a row. */
  async *textOf({ parts }: TableCopy): AsyncGenerator<Buffer> {
    for (const part of parts) yield unpack(await this.bytesOf(part), { maxOutputLength: PIECE_BYTES });
  }

  bytesOf(stretch: Stretch): Promise<Buffer> {
    return read(this.#file, stretch);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

const damaged = (path: string, why: string): Error => new Error(`${path} is not a whole backup: ${why}`);

async function hashOf(file: FileHandle, bytes: number, onRead: OnRead): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    hash.update(await read(file, { at, length: Math.min(PIECE_BYTES, bytes - at) }));
    onRead(at, bytes);
  }
  return hash.digest('hex');
}

/** JSON, and zeros up to the end of the block. */
const readPlace = (block: Buffer): Stretch => JSON.parse(block.toString('utf8').replace(/\0+$/, ''));

async function read(file: FileHandle, { at, length }: Stretch): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new Error('the backup ends too early');
    done += bytesRead;
  }
  return bytes;
}
