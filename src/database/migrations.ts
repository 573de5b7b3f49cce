/** The migration files, and what a database has already had of them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export interface Migration {
  /** Its file name without `.sql`, such as `0001-ledger`. */
  readonly name: string;
  readonly sql: string;
  /** Hexadecimal, of the file's bytes. */
  readonly sha256: string;
}

export interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

export const MIGRATIONS = new URL('../../database/migrations/', import.meta.url);

const FILE = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;

/** All migrations in their order. Throws where a file's name is not `NNNN-name.sql` or a number stands twice. */
export async function readMigrations(directory: URL = MIGRATIONS): Promise<Migration[]> {
  const files = (await readdir(directory)).toSorted();
  const numbers = new Set<string>();
  for (const file of files) {
    const number = FILE.exec(file)?.[1];
    if (number === undefined) throw new Error(`a migration is named NNNN-name.sql, not ${file}`);
    if (numbers.has(number)) throw new Error(`there are two migrations with the number ${number}`);
    numbers.add(number);
  }
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(new URL(file, directory));
      return {
        name: file.slice(0, -'.sql'.length),
        sql: bytes.toString('utf8'),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
}

/**
 * The migrations still to run. Throws where the database and the files tell different histories: an applied
 * migration that was edited since, one that this version does not have, or one that was slipped in between.
 */
export function pendingMigrations(all: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  for (const [index, done] of applied.entries()) {
    const known = all.find((migration) => migration.name === done.name);
    if (!known)
      throw new Error(`the database has migration ${done.name}, which this version lacks: a newer Pochi was here`);
    if (known.sha256 !== done.sha256)
      throw new Error(`migration ${done.name} was changed after it had run: restore it, and write a new one instead`);
    if (all[index] !== known)
      throw new Error(`migration ${all[index]?.name} comes before ${done.name}, which has run: number it behind`);
  }
  return all.slice(applied.length);
}
