/** What the service that this process has started costs. Linux only. */
import { readdir, readFile } from 'node:fs/promises';

export interface Cost {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const TICKS_A_SECOND = 100;

/** Sums over the children of this process that run the service. */
export async function serviceCost(): Promise<Cost> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const costs = await Promise.all(pids.map(costOf));
  return costs.reduce((sum, cost) => ({
    cpuSeconds: sum.cpuSeconds + cost.cpuSeconds,
    megabytes: sum.megabytes + cost.megabytes,
  }));
}

async function costOf(pid: string): Promise<Cost> {
  // A process may end while we look.
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
  const [stat, status, command] = await Promise.all([read('stat'), read('status'), read('cmdline')]);
  const ours = status.includes(`\nPPid:\t${process.pid}\n`) && command.includes('main.ts');
  if (!ours) return { cpuSeconds: 0, megabytes: 0 };
  // Behind the name, which may hold spaces, stand the state and then the numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  return { cpuSeconds: ticks / TICKS_A_SECOND, megabytes: Math.round(kilobytes / 1024) };
}
