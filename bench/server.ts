/** One PostgreSQL for the whole bench, and databases copied from prepared ones. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/database/embedded.ts';
import { migrate } from '../src/database/migrate.ts';
import { withDatabase } from '../src/database/url.ts';
import { createLog } from '../src/log.ts';
import { fillWallets } from './roads/engine.ts';
import { prepareRowRoad } from './roads/row-at-a-time.ts';

export interface BenchServer {
  /** A fresh copy of the filled books, or of the row road's tables. */
  copy(of: 'books' | 'rows'): Promise<string>;
  drop(url: string): Promise<void>;
  readonly version: string;
  stop(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const log = createLog('warn');
  const directory = await mkdtemp(join(tmpdir(), 'pochi-bench-'));
  // When root runs the bench, the database's own user has to get in.
  await chmod(directory, 0o711);
  const embedded = await startEmbedded({ dataDir: directory, log, settings: { max_connections: '400' } });
  const url = (name: string) => withDatabase(embedded.ownerUrl, name);
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    const { rows } = await client.query(sql).finally(() => client.end());
    return rows;
  };
  await administer('create database books');
  await migrate(url('books'), log);
  await fillWallets(url('books'));
  await administer('create database rows');
  await prepareRowRoad(url('rows'));

  let copies = 0;
  const [row] = await administer('show server_version');
  return {
    version: row.server_version,
    copy: async (of) => {
      copies += 1;
      await administer(`create database copy_${copies} template ${of}`);
      return url(`copy_${copies}`);
    },
    drop: async (of) => {
      await administer(`drop database ${new URL(of).pathname.slice(1)} with (force)`);
    },
    stop: async () => {
      await embedded.stop();
      for (const path of [embedded.cluster, directory]) await rm(path, { recursive: true, force: true });
    },
  };
}

/** Bytes of all tables and indexes, and how many operations are in them. */
export async function diskUse(url: string): Promise<{ bytes: bigint; operations: bigint }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select sum(pg_total_relation_size(oid))::text as bytes, (select count(*) from operations)::text as operations
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  await client.end();
  return { bytes: BigInt(rows[0].bytes), operations: BigInt(rows[0].operations) };
}
