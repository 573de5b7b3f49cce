/** A copy of the tree to put defects into: the service's own files never change. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Defect } from './defect.ts';

const ROOT = join(import.meta.dirname, '../..');

export class TreeCopy {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Everything that git knows or would add; the packages are shared. */
  static async make(): Promise<TreeCopy> {
    const directory = await mkdtemp(join(tmpdir(), 'pochi-planted-'));
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
    for (const file of list.toString().split('\0').filter(Boolean)) {
      await mkdir(dirname(join(directory, file)), { recursive: true });
      // A file that was removed and not yet committed is none.
      await cp(join(ROOT, file), join(directory, file)).catch(() => {});
    }
    await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    return new TreeCopy(directory);
  }

  /** Puts a defect in, and gives the way to take it out again. Throws where its place is not there exactly once. */
  async plant({ name, file, find, put }: Defect): Promise<() => Promise<void>> {
    const path = join(this.directory, file);
    const text = await readFile(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`${name}: its place in ${file} is not there exactly once`);
    await writeFile(
      path,
      text.replace(find, () => put),
    );
    return () => writeFile(path, text);
  }

  remove(): Promise<void> {
    return rm(this.directory, { recursive: true, force: true });
  }
}
