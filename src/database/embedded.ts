/**
 * The PostgreSQL that Pochi brings along: the real one, from npm, on the files in the data directory. For
 * trials, tests and small shops; it is as durable as any other, since nothing of fsync is switched off.
 */
import pg from 'pg';
import { keptSecret, makeDataDir } from '../data-dir.ts';
import type { Log } from '../log.ts';
import { findBinaries } from './embedded/binaries.ts';
import { clusterPath, ensureCluster, OWNER } from './embedded/cluster.ts';
import { takeHold } from './embedded/hold.ts';
import { runningPostmaster, type Server, startPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { serverUser } from './embedded/server-user.ts';
import { watchPostmaster } from './embedded/watch.ts';
import { APP_ROLE } from './roles.ts';

const DATABASE = 'pochi';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A week of its own log, in the cluster's directory `log`.
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** A free one by default. */
  readonly port?: number;
  /** Settings of PostgreSQL, over ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Embedded {
  /** The superuser's login. */
  readonly ownerUrl: string;
  /** The login of `pochi_app`, which works once `appPassword` is set on that role. */
  readonly appUrl: string;
  readonly appPassword: string;
  /** Where the files are. */
  readonly cluster: string;
  /** Ends the server, unless another process holds it. */
  stop(): Promise<void>;
}

/** The data directory's database is in the hands of another process. */
export class EmbeddedInUse extends Error {
  constructor(dataDir: string) {
    super(`another pochi is running on ${dataDir}: stop it, or set DATA_DIR, or give both one DATABASE_URL`);
  }
}

/** Starts the database of this data directory, made on first use, and keeps it running. Throws EmbeddedInUse. */
export async function startEmbedded({ dataDir, log, port, settings }: EmbeddedOptions): Promise<Embedded> {
  await makeDataDir(dataDir);
  const letGo = await takeHold(dataDir);
  if (!letGo) throw new EmbeddedInUse(dataDir);
  try {
    const user = await serverUser(await clusterPath(dataDir));
    const binaries = await findBinaries(user);
    const ownerPassword = await keptSecret(dataDir, 'postgres-owner.password');
    const cluster = await ensureCluster(dataDir, binaries, user, ownerPassword);
    const server: Server = { binaries, cluster, user, settings: { ...SETTINGS, ...settings } };
    const taken = await startPostmaster(server, port);
    const access = await accessTo(dataDir, taken);
    await ensureDatabase(access.ownerUrl);
    const unwatch = watchPostmaster(server, taken, log);
    const stop = async () => {
      await unwatch();
      await stopPostmaster(server);
      await letGo();
    };
    return { ...access, cluster, stop };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** The database that another process holds, to work on beside it; null where none runs. Stopping it is not our business. */
export async function attachEmbedded(dataDir: string): Promise<Embedded | null> {
  const cluster = await clusterPath(dataDir);
  const running = await runningPostmaster(cluster);
  if (!running?.ready) return null;
  return { ...(await accessTo(dataDir, running.port)), cluster, stop: async () => {} };
}

async function accessTo(dataDir: string, port: number): Promise<Pick<Embedded, 'ownerUrl' | 'appUrl' | 'appPassword'>> {
  const ownerPassword = await keptSecret(dataDir, 'postgres-owner.password');
  const appPassword = await keptSecret(dataDir, 'postgres-app.password');
  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { ownerUrl: url(OWNER, ownerPassword), appUrl: url(APP_ROLE, appPassword), appPassword };
}

async function ensureDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
