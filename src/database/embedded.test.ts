import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  type FileHandle,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import { clusterPath } from './embedded/cluster.ts';
import { attachEmbedded, type Embedded, EmbeddedInUse, startEmbedded } from './embedded.ts';

const log = createLog('silent');

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Row>(sql).finally(() => client.end())).rows;
}

/** Starts the database in a process of its own, which is then killed; gives the server's process id. */
async function startAndBeKilled(dataDir: string): Promise<number> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    import { createLog } from ${JSON.stringify(new URL('../log.ts', import.meta.url).href)};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: createLog('silent') });
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  return postmasterOf(dataDir);
}

/** The names of all files that are synchronised meanwhile, by this process. */
async function synchronisedBy(work: () => Promise<void>): Promise<Set<string>> {
  const names = new Set<string>();
  const file = await open(import.meta.filename);
  const prototype: FileHandle = Object.getPrototypeOf(file);
  const sync = prototype.sync;
  await file.close();
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    names.add(basename(await readlink(`/proc/self/fd/${this.fd}`)));
    return sync.call(this);
  });
  await work().finally(() => spy.mockRestore());
  return names;
}

const pidFile = async (dataDir: string) => join(await clusterPath(dataDir), 'postmaster.pid');
const postmasterOf = async (dataDir: string) => Number.parseInt(await readFile(await pidFile(dataDir), 'utf8'), 10);

async function gone(pid: number): Promise<void> {
  await expect.poll(() => stat(`/proc/${pid}/cwd`).catch(() => null), { interval: 20, timeout: 10_000 }).toBeNull();
}

describe('the embedded database', async () => {
  const root = await mkdtemp(join(tmpdir(), 'pochi-embedded-'));
  await chmod(root, 0o711);
  const dataDir = join(root, 'data');
  afterAll(() => rm(root, { recursive: true }));

  const withDatabase = async (work: (embedded: Embedded) => Promise<void>) => {
    const embedded = await startEmbedded({ dataDir, log });
    await work(embedded).finally(() => embedded.stop());
  };

  test('keeps what it was given, and is safe against loss of power', async () => {
    await withDatabase(async ({ ownerUrl }) => {
      await ask(ownerUrl, 'create table kept as select 1 as one');
      const safety = await ask(
        ownerUrl,
        `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
                current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listens`,
      );
      expect(safety).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', listens: '127.0.0.1' }]);
    });
    await withDatabase(async ({ ownerUrl }) =>
      expect(await ask(ownerUrl, 'select one from kept')).toEqual([{ one: 1 }]),
    );
  });

  test('lets nobody in without the password', async () => {
    await withDatabase(async ({ ownerUrl }) => {
      const stranger = new URL(ownerUrl);
      stranger.password = 'guessed';
      await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    });
  });

  test('is started by one process at a time; others can work beside it', async () => {
    await withDatabase(async ({ ownerUrl }) => {
      await expect(startEmbedded({ dataDir, log })).rejects.toThrow(EmbeddedInUse);
      expect((await attachEmbedded(dataDir))?.ownerUrl).toBe(ownerUrl);
    });
    expect(await attachEmbedded(dataDir)).toBeNull();
  });

  test('is taken over when its service was killed', async () => {
    const pid = await startAndBeKilled(dataDir);
    await withDatabase(async ({ ownerUrl }) => {
      expect(await postmasterOf(dataDir)).toBe(pid);
      expect(await ask(ownerUrl, 'select one from kept')).toEqual([{ one: 1 }]);
    });
  });

  test('recovers when it was killed together with its service', async () => {
    process.kill(await startAndBeKilled(dataDir), 'SIGKILL');
    await withDatabase(async ({ ownerUrl }) =>
      expect(await ask(ownerUrl, 'select one from kept')).toEqual([{ one: 1 }]),
    );
  });

  test('starts when the number of its dead server belongs to another process by now', async () => {
    const pid = await startAndBeKilled(dataDir);
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const path = await pidFile(dataDir);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(process.ppid)));
    await withDatabase(async ({ ownerUrl }) =>
      expect(await ask(ownerUrl, 'select one from kept')).toEqual([{ one: 1 }]),
    );
  });

  test('comes back on the same port when it dies under a running service', async () => {
    await withDatabase(async ({ ownerUrl }) => {
      process.kill(await postmasterOf(dataDir), 'SIGKILL');
      const one = () => ask(ownerUrl, 'select one from kept').catch(() => null);
      await expect.poll(one, { interval: 50, timeout: 20_000 }).toEqual([{ one: 1 }]);
    });
  });

  test('is made afresh when making it was broken off', async () => {
    const other = join(root, 'broken-off');
    await mkdir(join(other, 'postgres.new', 'base'), { recursive: true });
    const embedded = await startEmbedded({ dataDir: other, log });
    expect(await ask(embedded.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await embedded.stop();
  });

  test.runIf(process.platform === 'linux')('is found again at its port after a power cut, however soon', async () => {
    const other = join(root, 'power-cut');
    const start = () => startEmbedded({ dataDir: other, log });
    const first = await synchronisedBy(async () => (await start()).stop());
    expect([...first]).toEqual(expect.arrayContaining(['postgresql.conf', 'pochi.conf.new']));
    await writeFile(await pidFile(other), '999999999\n');
    expect([...(await synchronisedBy(async () => (await start()).stop()))]).toContain('postmaster.pid.new');
  });

  // Another user than root gets nowhere near this directory: only then is the database put elsewhere.
  test.runIf(process.getuid?.() === 0)('runs for root below a directory that only root can enter', async () => {
    const closed = join(root, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const embedded = await startEmbedded({ dataDir: join(closed, 'data'), log });
    expect(embedded.cluster).toMatch(/^\/var\/lib\/pochi\/clusters\//);
    expect(await clusterPath(join(closed, 'data'))).toBe(embedded.cluster);
    await embedded.stop();
    await rm(embedded.cluster, { recursive: true });
  });
});
