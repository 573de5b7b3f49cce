/** Where the database's files are, and how they come into being. */
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, open, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Binaries, SHARED_ROOT } from './binaries.ts';
import { mustRun, type RunAs } from './run.ts';
import { reaches } from './server-user.ts';

/** The superuser of the cluster, which owns the tables. The service itself works as `pochi_app`. */
export const OWNER = 'pochi';

/** Where the cluster is or would be: `postgres` in the data directory, or what a link of that name points to. */
export async function clusterPath(dataDir: string): Promise<string> {
  const usual = join(dataDir, 'postgres');
  const found = await lstat(usual).catch(() => null);
  return found?.isSymbolicLink() ? readlink(usual) : usual;
}

/**
 * Makes sure that there is a cluster, and gives its path. The data directory is its place; but below a private
 * directory of root the database's user could not get there, and it goes to SHARED_ROOT with a link in the data
 * directory. Its name there is drawn by lot, not made of the path: a data directory that was removed and made
 * again starts empty.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  user: RunAs,
  password: string,
): Promise<string> {
  let cluster = await clusterPath(dataDir);
  if (await isCluster(cluster)) return cluster;
  if (user !== null && cluster === join(dataDir, 'postgres') && !(await reaches(user, dataDir))) {
    const shared = join(SHARED_ROOT, 'clusters');
    await mkdir(shared, { recursive: true });
    for (const directory of [SHARED_ROOT, shared]) await chmod(directory, 0o755);
    cluster = join(shared, randomBytes(8).toString('hex'));
    await symlink(cluster, join(dataDir, 'postgres'));
  }
  await initialise(cluster, binaries, user, password);
  return cluster;
}

const isCluster = async (path: string): Promise<boolean> =>
  (await stat(join(path, 'PG_VERSION')).catch(() => null)) !== null;

/** Under a draft name until it is complete, so that a start that was killed half-way leaves no half cluster behind. */
async function initialise(cluster: string, binaries: Binaries, user: RunAs, password: string): Promise<void> {
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
    if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
    const access = ['--auth=scram-sha-256', `--username=${OWNER}`, `--pwfile=${passwordFile}`];
    await mustRun(binaries.initdb, ['-D', draft, '--encoding=UTF8', '--locale=C', ...access], user);
    // initdb has synchronised what it wrote; without this line the server would listen at another port.
    await writeFile(join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'pochi.conf'\n", { flag: 'a', flush: true });
    await rename(draft, cluster);
    await syncDirectory(dirname(cluster));
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  await directory.sync().finally(() => directory.close());
}
