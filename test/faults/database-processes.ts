/** The processes of a PostgreSQL that is ours: its server and all children, to be killed or stopped at once. */
import { readdir, readFile } from 'node:fs/promises';
import { runningPostmaster } from '../../src/database/embedded/postmaster.ts';

/** Sends the signal to every process of the server on this cluster. */
export async function signalDatabase(cluster: string, signal: NodeJS.Signals): Promise<void> {
  const postmaster = await runningPostmaster(cluster);
  if (!postmaster) return;
  for (const pid of [postmaster.pid, ...(await childrenOf(postmaster.pid))]) signalIfThere(pid, signal);
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    // A process may end while we look.
    pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, i) => parents[i]?.includes(`\nPPid:\t${parent}\n`)).map(Number);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
