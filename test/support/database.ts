/** A migrated database of its own for each test file. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createPool, type Pool } from '../../src/database/pool.ts';
import { APP_ROLE } from '../../src/database/roles.ts';
import { withDatabase, withSettings } from '../../src/database/url.ts';
import { createLog } from '../../src/log.ts';
import './global-setup.ts';

export interface TestDatabase {
  /** The owner's login: may do everything. */
  readonly ownerUrl: string;
  /** The service's login: `pochi_app`, which owns nothing. */
  readonly appUrl: string;
  readonly owner: Pool;
  readonly app: Pool;
  /** Ends both pools and removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * Copies the migrated template. With `migrated: false` the database is empty, for tests of the migrations. What
 * a test file does not drop goes at the end of the run.
 */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`;
  await administer(server.ownerUrl, `create database ${name} template ${migrated ? server.prefix : 'template0'}`);
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const appUrl = server.appUrl ? withDatabase(server.appUrl, name) : withSettings(ownerUrl, { role: APP_ROLE });
  const log = createLog('error');
  const owner = createPool({ url: ownerUrl, max: 5, log });
  const app = createPool({ url: appUrl, max: 10, log });
  const drop = async () => {
    await Promise.all([owner.end(), app.end()]);
    await administer(server.ownerUrl, `drop database if exists ${name} with (force)`);
  };
  return { ownerUrl, appUrl, owner, app, drop };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
