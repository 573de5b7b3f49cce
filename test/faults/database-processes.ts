/** The processes of a PostgreSQL that is ours: its server and all children, to be killed or stopped at once. */
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { runningPostmaster } from '../../src/database/embedded/postmaster.ts';
import { until } from '../support/until.ts';

/** Sends the signal to every process of the server on this cluster. */
export async function signalDatabase(cluster: string, signal: NodeJS.Signals): Promise<void> {
  const postmaster = await runningPostmaster(cluster);
  if (!postmaster) return;
  for (const pid of [postmaster.pid, ...(await childrenOf(postmaster.pid))]) signalIfThere(pid, signal);
}

/** Kills every process that works on this cluster, and resolves when none is left: nobody may start it meanwhile. */
export async function endDatabase(cluster: string): Promise<void> {
  const directory = await realpath(cluster);
  // One that is on its way to be made while others are killed is met the next time.
  await until(async () => {
    const pids = await workingIn(directory);
    for (const pid of pids) signalIfThere(pid, 'SIGKILL');
    return pids.length === 0;
  });
}

/** The dead that nobody has taken note of yet work nowhere. */
async function workingIn(directory: string): Promise<number[]> {
  const pids = await allPids();
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return pids.filter((_, i) => places[i] === directory);
}

const allPids = async (): Promise<number[]> =>
  (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);

async function childrenOf(parent: number): Promise<number[]> {
  const pids = await allPids();
  const parents = await Promise.all(
    // A process may end while we look.
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, i) => parents[i]?.includes(`\nPPid:\t${parent}\n`));
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
