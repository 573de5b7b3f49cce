/** From the settings to a database that is ready to work on: found or started, migrated, checked. */
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { attachEmbedded, type Embedded, EmbeddedInUse, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { APP_ROLE, letAppRoleLogIn } from './roles.ts';
import { withSettings } from './url.ts';

export interface OpenDatabase {
  /** For migrations and administration: the owner of the tables. */
  readonly ownerUrl: string;
  /** For everything else: works as `pochi_app` or what the operator granted it to. */
  readonly appUrl: string;
  /** What was run to bring it up to date. */
  readonly migrated: readonly string[];
  /** Ends the embedded database, if this call started it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Whether to work beside a service that runs on the same data directory, instead of refusing to. */
  readonly beside?: boolean;
  /** Leaves the schema as it is, for a backup before an upgrade. */
  readonly unmigrated?: boolean;
  /** What to do, by the owner's address, before anything else is: a restore. */
  readonly first?: (ownerUrl: string) => Promise<void>;
}

/** Opens the database that the settings name. Throws a one-line error where that can't be. */
export async function openDatabase(
  config: Config,
  log: Log,
  { beside = false, ...preparing }: OpenOptions = {},
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl;
    const appUrl =
      config.databaseOwnerUrl === null ? withSettings(config.databaseUrl, { role: APP_ROLE }) : config.databaseUrl;
    return prepare({ ownerUrl, appUrl, stop: async () => {} }, config, log, preparing);
  }
  const embedded = await startOrAttach(config, log, beside);
  try {
    return await prepare(embedded, config, log, preparing);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function startOrAttach(config: Config, log: Log, beside: boolean): Promise<Embedded> {
  try {
    return await startEmbedded({ dataDir: config.dataDir, log });
  } catch (error) {
    const other = beside && error instanceof EmbeddedInUse ? await attachEmbedded(config.dataDir) : null;
    if (other) return other;
    throw error;
  }
}

type Access = Pick<Embedded, 'ownerUrl' | 'appUrl' | 'stop'> & Partial<Pick<Embedded, 'appPassword'>>;

async function prepare(
  access: Access,
  config: Config,
  log: Log,
  { unmigrated = false, first }: Omit<OpenOptions, 'beside'>,
): Promise<OpenDatabase> {
  await first?.(access.ownerUrl);
  if (unmigrated) return { ownerUrl: access.ownerUrl, appUrl: access.appUrl, migrated: [], close: access.stop };
  const migrated = await migrate(access.ownerUrl, log);
  const client = new pg.Client({ connectionString: access.ownerUrl });
  await client.connect();
  try {
    if (access.appPassword !== undefined) await letAppRoleLogIn(client, access.appPassword);
    if (config.databaseDurability === 'required') await refuseForgetfulServer(client);
  } finally {
    await client.end();
  }
  return { ownerUrl: access.ownerUrl, appUrl: access.appUrl, migrated, close: access.stop };
}

/** Throws where the server may forget what it has confirmed. */
async function refuseForgetfulServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(`PostgreSQL runs with ${names} off and may lose money it has confirmed: see DATABASE_DURABILITY`);
}
