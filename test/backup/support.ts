/** Backups and restores by the commands themselves, on databases of the test's own. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { zstdCompressSync } from 'node:zlib';
import { ArchiveWriter } from '../../src/backup/archive.ts';
import type { Manifest } from '../../src/backup/manifest.ts';
import { Archive } from '../../src/backup/open-archive.ts';
import type { MakeCommand } from '../../src/commands/command.ts';
import { type Ran, runCommand } from '../support/run-command.ts';

/** Runs a command as the owner of this database. */
export const run = (make: MakeCommand, url: string, dataDir: string, ...args: string[]): Promise<Ran> =>
  runCommand(make, { DATABASE_URL: url, DATA_DIR: dataDir }, args);

/** Another backup of the same, with other text in one table, whose own hashes are as they would have to be. */
export async function forge(from: string, to: string, table: string, change: (text: string) => string): Promise<void> {
  const archive = await Archive.open(from);
  const writer = await ArchiveWriter.create(to);
  const tables: Manifest['tables'][number][] = [];
  for (const copy of archive.manifest.tables) {
    const pieces = await Array.fromAsync(archive.textOf(copy));
    const before = Buffer.concat(pieces).toString('utf8');
    const text = Buffer.from(copy.name === table ? change(before) : before);
    const part = await writer.add(`${copy.name}/000001.copy.zst`, zstdCompressSync(text));
    tables.push({ ...copy, sha256: createHash('sha256').update(text).digest('hex'), parts: [part] });
  }
  await writer.finish({ ...archive.manifest, tables });
  await archive.close();
}

export const manifestOf = async (file: string): Promise<Manifest> => {
  const archive = await Archive.open(file);
  await archive.close();
  return archive.manifest;
};

export const filesIn = async (directory: string): Promise<string[]> => (await readdir(directory)).toSorted();
