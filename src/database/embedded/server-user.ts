/**
 * PostgreSQL refuses to run as root. Where the service runs as root (containers, trials on a server), the
 * database runs as an unprivileged user, which can't go everywhere that root can.
 */
import { stat } from 'node:fs/promises';
import { type RunAs, run } from './run.ts';

/** Tried in this order before a user is made; `postgres` is there wherever PostgreSQL was ever packaged. */
const NAMES = ['postgres', 'pochi'] as const;
const MADE = 'pochi';

/** The user that PostgreSQL runs as; null where we are not root and it runs as ourselves. */
export async function serverUser(cluster: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return null;
  // A cluster stays with the user that it was made by: PostgreSQL refuses any other.
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of NAMES) {
    const user = await lookUp(name);
    if (user) return user;
  }
  return (await makeUser()) ?? (await lookUp('nobody')) ?? { uid: 65_534, gid: 65_534 };
}

/** Whether the user can get to this file or directory and execute or enter it. */
export async function reaches(user: RunAs, path: string): Promise<boolean> {
  return (await run('test', ['-x', path], user)).code === 0;
}

async function makeUser(): Promise<RunAs> {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', MADE],
    ['adduser', '-S', '-D', '-H', MADE],
  ] as const;
  for (const [program, ...args] of ways) {
    const made = await run(program, args).catch(() => null);
    if (made?.code === 0) return lookUp(MADE);
  }
  return null;
}

async function lookUp(name: string): Promise<RunAs> {
  const ids = await Promise.all(['-u', '-g'].map((which) => run('id', [which, name]).catch(() => null)));
  const [uid, gid] = ids.map((id) => (id?.code === 0 ? Number(id.output.trim()) : null));
  return uid && gid ? { uid, gid } : null;
}
