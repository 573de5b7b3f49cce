/** Brings a database to the newest migration. Forward only; several instances may try at once. */
import pg from 'pg';
import type { Log } from '../log.ts';
import { migrateJobs } from './jobs-schema.ts';
import { type AppliedMigration, type Migration, pendingMigrations, readMigrations } from './migrations.ts';
import { APP_ROLE, ensureAppRole } from './roles.ts';

/** Any number that nobody else uses; the instances that migrate take turns by it. */
const TURN = '7234017283807667300';

const OLDEST_SERVER = 15;

/**
 * Runs what the database has not had yet, each migration in a transaction of its own, and gives the names of
 * what ran. Throws, with the migration's name and line, where one fails; those before it stay.
 */
export async function migrate(ownerUrl: string, log: Log, all?: readonly Migration[]): Promise<string[]> {
  const migrations = all ?? (await readMigrations());
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'pochi migrate' });
  client.on('error', (error) => log.warn({ err: error }, 'the connection of the migration was lost'));
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query(`select pg_advisory_lock(${TURN})`);
    await ensureAppRole(client);
    const pending = pendingMigrations(migrations, await appliedMigrations(client));
    for (const migration of pending) {
      await apply(client, migration);
      log.info({ migration: migration.name }, 'migrated');
    }
    await migrateJobs(ownerUrl, client, log);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Runs these migrations in the transaction that the client has begun, on a database that has had none: a restore lays down
 * what its backup had. Whoever migrates this database meanwhile waits until that transaction ends.
 */
export async function layDown(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await refuseOldServer(client);
  await client.query(`select pg_advisory_xact_lock(${TURN})`);
  await ensureAppRole(client);
  await appliedMigrations(client);
  for (const migration of migrations) await run(client, migration);
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ major: number; version: string }>(
    "select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version",
  );
  const server = rows[0];
  if (!server || server.major < OLDEST_SERVER)
    throw new Error(`PostgreSQL ${OLDEST_SERVER} or later is needed; this is ${server?.version}`);
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  await client.query(`create table if not exists pochi_migrations (
    name       text collate "C" primary key,
    sha256     text not null,
    applied_at timestamptz not null default now()
  )`);
  await client.query(`grant select on pochi_migrations to ${APP_ROLE}`);
  const { rows } = await client.query<AppliedMigration>('select name, sha256 from pochi_migrations order by name');
  return rows;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await run(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function run(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql);
    await client.query('insert into pochi_migrations (name, sha256) values ($1, $2)', [name, sha256]);
  } catch (error) {
    throw new Error(`migration ${name}${lineOf(error, sql)} failed: ${(error as Error).message}`, { cause: error });
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : `, line ${sql.slice(0, position).split('\n').length},`;
}
