/** Writes everything that is in the database to a file, as it was at one moment, while others go on working. */
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import type { KeptSecret } from '../data-dir.ts';
import type { Log } from '../log.ts';
import { latestCheckpoint } from '../queries/checkpoints.ts';
import type { Database } from '../queries/database.ts';
import { ArchiveWriter } from './archive.ts';
import { FORMAT, type KeptKey, type LedgerHead, type Manifest, type TableCopy } from './manifest.ts';
import { pinText, readRows } from './rows.ts';
import { quoted, sequencesOf, type Table, tablesOf } from './tables.ts';

const pack = promisify(zstdCompress);

/** How far it has come: tables of all, and what it is at. */
export type OnTable = (done: number, all: number, name: string) => void;

export interface BackupOptions {
  /** A login that can read all tables. */
  readonly url: string;
  readonly file: string;
  /** Secrets that go with the books. */
  readonly keys: readonly KeptSecret[];
  readonly log: Log;
  readonly onTable?: OnTable;
}

export interface Backup {
  readonly manifest: Manifest;
  /** Seals the file. */
  readonly sha256: string;
}

/** Throws where there are no books yet, and where the file is there already. Nothing is left of a backup that failed. */
export async function writeBackup({ url, file, keys, log, onTable = () => {} }: BackupOptions): Promise<Backup> {
  const client = new pg.Client({ connectionString: url, application_name: 'pochi backup', keepAlive: true });
  client.on('error', (error) => log.debug({ err: error }, 'the connection of the backup was lost'));
  await client.connect();
  try {
    const archive = await ArchiveWriter.create(file);
    try {
      const manifest = await writeSnapshot(client, archive, keys, onTable);
      return { manifest, sha256: await archive.finish(manifest) };
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function writeSnapshot(
  client: pg.Client,
  archive: ArchiveWriter,
  secrets: readonly KeptSecret[],
  onTable: OnTable,
): Promise<Manifest> {
  await client.query('begin isolation level repeatable read, read only');
  await pinText(client);
  const tables = await tablesOf(client);
  if (!tables.some(({ name }) => name === 'ledgers')) throw new Error('there are no books in this database yet');
  // No migration takes away what is to be read.
  await client.query(`lock table ${quoted(tables.map(({ name }) => name))} in access share mode`);
  const copies: TableCopy[] = [];
  for (const table of tables) {
    onTable(copies.length, tables.length, table.name);
    copies.push(await copyTable(client, archive, table));
  }
  const keys: KeptKey[] = [];
  for (const { name, secret } of secrets)
    keys.push({ name, ...(await archive.add(`keys/${name}`, Buffer.from(secret))) });
  const manifest = {
    format: FORMAT,
    ...(await describe(client)),
    ledgers: await headsOf(client),
    tables: copies,
    sequences: await sequencesOf(client),
    keys,
  } as const;
  await client.query('commit');
  return manifest;
}

async function copyTable(client: pg.Client, archive: ArchiveWriter, table: Table): Promise<TableCopy> {
  const parts: TableCopy['parts'][number][] = [];
  const digest = await readRows(client, table, async (piece) => {
    const name = `${table.name}/${String(parts.length + 1).padStart(6, '0')}.copy.zst`;
    parts.push(await archive.add(name, await pack(piece)));
  });
  return { name: table.name, columns: table.columns, ...digest, parts };
}

async function describe(
  database: Database,
): Promise<Pick<Manifest, 'takenAt' | 'pochi' | 'postgresql' | 'migrations'>> {
  const { rows: server } = await database.query<{ takenAt: Date; postgresql: string }>(
    `select transaction_timestamp() as "takenAt", current_setting('server_version') as postgresql`,
  );
  const { rows: migrations } = await database.query<Manifest['migrations'][number]>(
    'select name, sha256 from pochi_migrations order by name',
  );
  const { takenAt, postgresql } = server[0] as { takenAt: Date; postgresql: string };
  return { takenAt: takenAt.toISOString(), pochi: packageJson.version, postgresql, migrations };
}

async function headsOf(database: Database): Promise<LedgerHead[]> {
  const { rows } = await database.query<{ id: string; name: string; height: string; hash: string }>(
    `select l.id, l.name, h.height::text as height, encode(h.hash, 'hex') as hash
       from ledgers l join ledger_heads h on h.ledger_id = l.id order by l.id`,
  );
  const heads: LedgerHead[] = [];
  for (const { id, name, height, hash } of rows) {
    const latest = await latestCheckpoint(database, BigInt(id));
    heads.push({ name, height, hash, checkpoint: latest?.note ?? null });
  }
  return heads;
}
