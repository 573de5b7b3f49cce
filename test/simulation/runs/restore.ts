/** F12: backups that are taken under load, each restored into an empty database and compared with what it was taken of. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createPool } from '../../../src/database/pool.ts';
import { withDatabase } from '../../../src/database/url.ts';
import { createLog } from '../../../src/log.ts';
import { freePort, ServiceProcess } from '../../faults/service-process.ts';
import { EVERYTHING, references, upTo } from '../../support/books.ts';
import { violations } from '../../support/truth.ts';
import type { World } from '../world.ts';
import { Times } from './figures.ts';
import { type Run, underLoad } from './run.ts';

const MAIN = 1n;
/** Recorded before each backup, and while it is restored. */
const BETWEEN = 2_000;

export const restoreRun: Run = (options) =>
  underLoad(options, async (world) => {
    const directory = await mkdtemp(join(tmpdir(), 'pochi-restore-'));
    try {
      const problems: string[] = [];
      const backupMs: number[] = [];
      const restoreMs: number[] = [];
      for (let n = 1; n <= options.count; n += 1) {
        await world.clients.recorded(BETWEEN);
        const backup = await backUp(world, directory, n);
        backupMs.push(backup.ms);
        const restored = await restoreAndCompare(world, directory, n, backup);
        restoreMs.push(restored.ms);
        problems.push(...restored.problems.map((problem) => `restore ${n}: ${problem}`));
        await world.check();
        options.tell(`${n}/${options.count}: up to block ${backup.height}, ${restored.problems.length} problems`);
      }
      const times = { backupMs: new Times(backupMs), restoreMs: new Times(restoreMs) };
      return { counts: { restores: options.count, ...times }, problems };
    } finally {
      await rm(directory, { recursive: true });
    }
  });

interface Backup {
  readonly file: string;
  readonly ms: number;
  readonly height: string;
  /** What had been acknowledged before it began. */
  readonly before: ReadonlySet<string>;
}

const checkpointsIn = (directory: string): string => join(directory, 'checkpoints');

async function backUp(world: World, directory: string, n: number): Promise<Backup> {
  const { process } = world.node(n);
  await told(process, 'checkpoint', 'export', '--out', checkpointsIn(directory));
  const before = new Set(world.clients.log.recorded.keys());
  const file = join(directory, `backup-${n}.tar`);
  const began = performance.now();
  const output = await told(process, 'backup', '--out', file);
  const height = /ledger main up to block (\d+)/.exec(output)?.[1];
  if (height === undefined) throw new Error(`the backup does not say up to which block: ${output}`);
  return { file, ms: performance.now() - began, height, before };
}

async function restoreAndCompare(world: World, directory: string, n: number, backup: Backup) {
  const name = `restored_${n}`;
  await world.sql(`create database ${name} template template0`);
  const url = withDatabase(world.ownerUrl, name);
  const settings = { DATABASE_URL: url, DATA_DIR: join(directory, name) };
  const process = new ServiceProcess({ port: await freePort(), settings });
  const began = performance.now();
  const { code, output } = await process.run('restore', '--from', backup.file, '--against', checkpointsIn(directory));
  const ms = performance.now() - began;
  const problems = code === 0 ? await compared(world, url, backup) : [`it ended with ${code}: ${output}`];
  if (!/external-checkpoints-hold +sound/.test(output)) problems.push('it was not compared with the checkpoints');
  await world.sql(`drop database ${name} with (force)`);
  return { ms, problems };
}

async function compared(world: World, url: string, { height, before }: Backup): Promise<string[]> {
  const [source, target] = [world.ownerUrl, url].map((each) =>
    createPool({ url: each, max: 3, log: createLog('silent') }),
  ) as [ReturnType<typeof createPool>, ReturnType<typeof createPool>];
  try {
    const [was, is] = [await upTo(source, height), await upTo(target, EVERYTHING)];
    const restored = await references(target);
    const lost = [...before].filter((reference) => !restored.has(reference));
    return [
      ...(isDeepStrictEqual(was, is) ? [] : [`it holds ${JSON.stringify(is)}, not ${JSON.stringify(was)}`]),
      ...lost.map((reference) => `${reference} was acknowledged before the backup, and is not in it`),
      ...(await violations(target, MAIN)),
    ];
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

/** What a command of the command line said; throws where it failed. */
async function told(process: ServiceProcess, ...args: string[]): Promise<string> {
  const { code, output } = await process.run(...args);
  if (code !== 0) throw new Error(`pochi ${args[0]} ended with ${code}: ${output}`);
  return output;
}
