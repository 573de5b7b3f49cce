/** F7: the disk under the database fills up under load, and is freed again. Needs the right to mount a tmpfs. */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../world.ts';
import { Times } from './figures.ts';
import { type Run, underLoad } from './run.ts';

const execute = promisify(execFile);
const SIZE = '600m';
/** Small, so that what is written soon needs room that is not there. */
const POSTGRES = { shared_buffers: '64MB', max_wal_size: '64MB', min_wal_size: '32MB', wal_recycle: 'off' };
/** Seconds after which clients have been turned away. */
const LONG_ENOUGH = 20;
const BLOCK = Buffer.alloc(1024 * 1024, 1);

export const diskRun: Run = async (options) => {
  const directory = await mkdtemp(join(tmpdir(), 'pochi-disk-'));
  await execute('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', directory]);
  try {
    return await underLoad({ ...options, dataDir: join(directory, 'data'), postgres: POSTGRES }, async (world) => {
      // They hear how it ends: the service tries for fifteen seconds before it gives up.
      world.clients.patience = 30_000;
      const backMs: number[] = [];
      let turnedAway = 0;
      for (let n = 0; n < options.count; n += 1) {
        const before = unavailable(world);
        const ballast = join(directory, 'ballast');
        await fill(ballast);
        // What is left in the files at hand may do for some operations yet.
        await world.clients.turnedAway(options.seconds * 1_000);
        turnedAway += unavailable(world) - before;
        await rm(ballast);
        const freed = performance.now();
        await world.clients.recorded(30);
        backMs.push(performance.now() - freed);
        await world.check();
        options.tell(`${n + 1}/${options.count}: 30 recorded ${Math.round(backMs.at(-1) ?? 0)} ms after it was freed`);
      }
      const nobody = turnedAway === 0 && options.seconds >= LONG_ENOUGH ? ['nobody was answered 503'] : [];
      return { counts: { full: options.count, turnedAway, backMs: new Times(backMs) }, problems: nobody };
    });
  } finally {
    await execute('umount', ['-l', directory]);
    await rmdir(directory);
  }
};

const unavailable = ({ clients }: World): number => clients.failures.get('status 503') ?? 0;

/** Writes until there is no more room. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (;;) await file.write(BLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}
