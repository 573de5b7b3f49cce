/**
 * One PostgreSQL for the whole run: the embedded one on a temporary directory, or `TEST_DATABASE_URL`, whose
 * login must be allowed to create databases and roles. Migrated once, into a template that the test files copy.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { letAppRoleLogIn } from '../../src/database/roles.ts';
import { withDatabase } from '../../src/database/url.ts';
import { createLog } from '../../src/log.ts';

export interface TestServer {
  /** The administrator's login, on a database that is not the template. */
  readonly ownerUrl: string;
  /** The login of the application role; null where it has none and the owner steps into the role. */
  readonly appUrl: string | null;
  /** What every database of this run is named after; also the name of the template. */
  readonly prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const log = createLog('warn');

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { ownerUrl: given, appUrl: null, stop: async () => {} } : await startTemporary();
  const prefix = `pochi_test_${randomBytes(4).toString('hex')}`;
  await administer(server.ownerUrl, (client) => client.query(`create database ${prefix}`));
  await migrate(withDatabase(server.ownerUrl, prefix), log);
  project.provide('testServer', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, prefix });
  return async () => {
    await administer(server.ownerUrl, (client) => dropAll(client, prefix));
    await server.stop();
  };
}

async function startTemporary() {
  const directory = await mkdtemp(join(tmpdir(), 'pochi-test-'));
  // When root runs the tests, the database's own user has to get in.
  await chmod(directory, 0o711);
  const embedded = await startEmbedded({ dataDir: directory, log, settings: { max_connections: '300' } }).catch(
    async (error) => {
      await rm(directory, { recursive: true, force: true });
      throw error;
    },
  );
  await administer(embedded.ownerUrl, async (client) => {
    await client.query('create role pochi_app nologin');
    await letAppRoleLogIn(client, embedded.appPassword);
  });
  const stop = async () => {
    await embedded.stop();
    for (const path of [embedded.cluster, directory]) await rm(path, { recursive: true, force: true });
  };
  return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, stop };
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
}
