/** Puts a backup into an empty database: all of it, or nothing. */
import pg from 'pg';
import { layDown } from '../database/migrate.ts';
import { type Migration, readMigrations } from '../database/migrations.ts';
import type { Log } from '../log.ts';
import type { Manifest, TableCopy } from './manifest.ts';
import type { Archive } from './open-archive.ts';
import { pinText, readRows, writeRows } from './rows.ts';
import { quoted, sequencesOf, type Table, tablesOf } from './tables.ts';

export interface RestoreOptions {
  /** The owner of the tables to be. */
  readonly ownerUrl: string;
  readonly archive: Archive;
  readonly log: Log;
  /** Rows that are written, of all, and the table they are in. */
  readonly onRows?: (done: number, all: number, table: string) => void;
}

/**
 * One transaction: the migrations that the backup had, its rows, and a look at whether they read as they did when they were
 * written. Throws, with the database as empty as before, where any of that does not hold.
 */
export async function restoreBackup({ ownerUrl, archive, log, onRows = () => {} }: RestoreOptions): Promise<void> {
  const migrations = ofThisVersion(archive.manifest, await readMigrations());
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'pochi restore', keepAlive: true });
  client.on('error', (error) => log.debug({ err: error }, 'the connection of the restore was lost'));
  await client.connect();
  try {
    await client.query('begin');
    await refuseOccupied(client);
    await layDown(client, migrations);
    await pinText(client);
    await fill(client, archive, onRows);
    await client.query('analyze');
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** The migrations that the backup had. Throws where this version has others. */
function ofThisVersion({ migrations }: Manifest, known: readonly Migration[]): Migration[] {
  return migrations.map(({ name, sha256 }, index) => {
    const migration = known[index];
    if (migration?.name === name && migration.sha256 === sha256) return migration;
    throw new Error(
      `the backup has migration ${name}, which this version lacks or has otherwise: restore it by the Pochi that made it, or a newer one`,
    );
  });
}

async function refuseOccupied(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1 limit 1`,
  );
  if (rows[0]) throw new Error(`a backup is restored into an empty database only, and this one has ${rows[0].name}`);
}

/** SQL is made of the names in the catalogue alone: whoever wrote the manifest may not have meant well. */
async function fill(
  client: pg.Client,
  archive: Archive,
  onRows: (done: number, all: number, table: string) => void,
): Promise<void> {
  const tables = await tablesOf(client);
  const copies = matching(tables, archive.manifest);
  const all = archive.manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  // What the migrations put in is in the backup too, and what guards the books against changes would guard that.
  const triggers = (how: 'disable' | 'enable') =>
    client.query(tables.map(({ name }) => `alter table ${quoted([name])} ${how} trigger user`).join(';'));
  await triggers('disable');
  await client.query(`truncate ${quoted(tables.map(({ name }) => name))}`);
  let done = 0;
  for (const table of tables) {
    const copy = copies.get(table.name) as TableCopy;
    onRows(done, all, table.name);
    await writeRows(client, table, archive.textOf(copy));
    const { rows, sha256 } = await readRows(client, table);
    if (rows !== copy.rows || sha256 !== copy.sha256)
      throw new Error(`the rows of ${table.name} do not read as they did when the backup was made`);
    done += rows;
  }
  await triggers('enable');
  await setSequences(client, archive.manifest);
}

/** The copy of each table, by its name. Throws where the backup has other tables or columns than its migrations make. */
function matching(tables: readonly Table[], { tables: copies }: Manifest): Map<string, TableCopy> {
  const shape = (all: readonly Pick<Table, 'name' | 'columns'>[]) =>
    JSON.stringify(all.map(({ name, columns }) => [name, ...columns]).toSorted());
  if (shape(tables) !== shape(copies)) throw new Error('the backup has other tables than its migrations make');
  return new Map(copies.map((copy) => [copy.name, copy]));
}

async function setSequences(client: pg.Client, { sequences }: Manifest): Promise<void> {
  for (const { name } of await sequencesOf(client)) {
    const state = sequences.find((sequence) => sequence.name === name);
    if (!state) throw new Error(`the backup does not say where the sequence ${name} was`);
    await client.query('select setval($1::regclass, $2, $3)', [quoted([name]), state.last, state.called]);
  }
}
