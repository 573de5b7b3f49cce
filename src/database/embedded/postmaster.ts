/** The running server of a cluster: whether there is one, starting it, stopping it. */
import { chown, readFile, readlink, realpath, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { type RunAs, run } from './run.ts';

export interface Server {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly user: RunAs;
  /** What `pochi.conf` says besides the port. */
  readonly settings: Readonly<Record<string, string>>;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections already, and still does. */
  readonly ready: boolean;
}

/** The server that runs on this cluster, or null. A `postmaster.pid` alone proves nothing: kill -9 leaves it behind. */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const [pid = '', , , port = '', , , , status = ''] = text?.split('\n') ?? [];
  if (!/^[1-9][0-9]*$/.test(pid) || !(await isPostmaster(Number(pid), cluster))) return null;
  return { pid: Number(pid), port: Number(port), ready: status.trim() === 'ready' };
}

/** Whether this process is the server of this cluster, and not another that was given the number of a dead one. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // The server works inside its cluster's directory. A zombie has none.
    const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return directory !== null && directory === (await realpath(cluster));
  }
  const { output } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
  return output.includes('postgres') && output.includes(cluster);
}

/**
 * Starts the server, or takes over one that a killed service left running with the same settings; another is
 * restarted. Gives the port: `port` where given, else the one of last time, else a free one.
 */
export async function startPostmaster(server: Server, port?: number): Promise<number> {
  const running = await runningPostmaster(server.cluster);
  const last = await readConf(server.cluster);
  if (running) {
    const same = running.ready && last === conf(server, running.port) && (port ?? running.port) === running.port;
    if (same) return running.port;
    await stopPostmaster(server);
  }
  await forgetDeadPostmaster(server);
  const lastPort = Number(/^port = (\d+)$/m.exec(last)?.[1] ?? 0);
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort(attempt === 1 ? lastPort : 0));
    const problem = await tryStart(server, chosen);
    if (problem === null) return chosen;
    // Between finding a free port and taking it another process may take it; and after kill -9 of the server
    // alone, its children need a moment to see that and to let go of the shared memory.
    const passing = /Address already in use|pre-existing shared memory block/.test(problem);
    if (!passing || attempt === 20) throw new Error(`PostgreSQL did not start: ${problem}`);
    await delay(250);
  }
}

/** Ends the server, its sessions included; what they had not committed is rolled back. */
export async function stopPostmaster({ binaries, cluster, user }: Server): Promise<void> {
  if (!(await runningPostmaster(cluster))) return;
  const stop = (mode: string, seconds: number) =>
    run(binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-w', '-t', String(seconds)], user);
  const { code } = await stop('fast', 30);
  // `immediate` loses nothing either: the next start recovers from the log.
  if (code !== 0 && (await runningPostmaster(cluster))) {
    const last = await stop('immediate', 30);
    if (last.code !== 0 && (await runningPostmaster(cluster)))
      throw new Error(`PostgreSQL did not stop: ${last.output}`);
  }
}

async function tryStart(server: Server, port: number): Promise<string | null> {
  await writeConf(server, port);
  const log = join(server.cluster, 'start.log');
  await writeOwned(log, '', server.user);
  // Recovery after a crash can take minutes; the server is only given up on when it says so itself.
  const args = ['start', '-D', server.cluster, '-l', log, '-w', '-t', '3600', '-s'];
  const { code, output } = await run(server.binaries.pgCtl, args, server.user);
  return code === 0 ? null : `${output.trim()}\n${(await readFile(log, 'utf8')).trim()}`;
}

/**
 * PostgreSQL refuses to start while any process of its user has the number in `postmaster.pid`. Once we know
 * that this is not its server, a number that no process can have takes its place. The file itself stays: the
 * rest of it lets PostgreSQL find children that outlived their server.
 */
async function forgetDeadPostmaster({ cluster, user }: Server): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) await writeOwned(path, text.replace(/^\d+/, '999999999'), user);
}

const conf = ({ binaries, settings }: Server, port: number): string =>
  [
    '# Written by Pochi at each start.',
    `# ${binaries.pgCtl}`,
    `port = ${port}`,
    ...Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`),
    '',
  ].join('\n');

const readConf = (cluster: string): Promise<string> => readFile(join(cluster, 'pochi.conf'), 'utf8').catch(() => '');

const writeConf = (server: Server, port: number): Promise<void> =>
  writeOwned(join(server.cluster, 'pochi.conf'), conf(server, port), server.user);

/** Replaces a file of the cluster in one step: a power cut leaves the one or the other, and never an empty one. */
async function writeOwned(path: string, text: string, user: RunAs): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  if (user) await chown(draft, user.uid, user.gid);
  await rename(draft, path);
}

/** The wished port if it is free, otherwise one that is. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wished === 0 ? reject(new Error('no free port')) : resolve(freePort(0))));
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wished));
    });
  });
}
