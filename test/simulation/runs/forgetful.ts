/** F3: the service does not start on a PostgreSQL that may forget at a power cut what it has confirmed. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../src/database/embedded.ts';
import { createLog } from '../../../src/log.ts';
import { freePort, ServiceProcess } from '../../faults/service-process.ts';
import type { Run } from './run.ts';

const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

export const forgetfulRun: Run = async ({ count, tell }) => {
  const problems: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const setting = SETTINGS[n % SETTINGS.length] as string;
    const problem = await startedWithout(setting);
    if (problem !== null) problems.push(problem);
    tell(`${setting} off: ${problem ?? 'refused, and named'}`);
  }
  return { counts: { refusedStarts: count - problems.length }, problems };
};

/** What is wrong about a start with this setting off; null where it was refused for that. */
async function startedWithout(setting: string): Promise<string | null> {
  const directory = await mkdtemp(join(tmpdir(), 'pochi-forgetful-'));
  // When root runs it, the database's own user has to get in.
  await chmod(directory, 0o711);
  const embedded = await startEmbedded({
    dataDir: directory,
    log: createLog('silent'),
    settings: { [setting]: 'off' },
  });
  const settings = { DATABASE_URL: embedded.ownerUrl, DATA_DIR: join(directory, 'service') };
  const service = new ServiceProcess({ port: await freePort(), settings });
  try {
    await service.start();
    return `it started with ${setting} off`;
  } catch (error) {
    const { message } = error as Error;
    return message.includes(`${setting} off and may lose money`) ? null : message;
  } finally {
    await service.end('SIGTERM');
    await embedded.stop();
    for (const path of [embedded.cluster, directory]) await rm(path, { recursive: true, force: true });
  }
}
