/** The tables that a backup is made of, as the database's own catalogue has them. */
import pg from 'pg';
import type { Database } from '../queries/database.ts';
import type { SequenceState } from './manifest.ts';

export interface Table {
  readonly name: string;
  /** Those that are stored, in their order; generated ones follow from them. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Filled by the migrations themselves when they are run again. */
const MIGRATIONS = 'pochi_migrations';

const TABLES = `
  select c.relname as name,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum) as columns,
         array(select a.attname::text from pg_index i
                cross join unnest(i.indkey) with ordinality as k(attnum, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
         array(select t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
                where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as after
    from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '${MIGRATIONS}'
   order by c.relname`;

/** All tables, each behind those that it refers to. Throws where one has no primary key to be ordered by. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const { rows } = await database.query<Table & { readonly after: readonly string[] }>(TABLES);
  const ordered: Table[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const free = waiting.filter(({ after }) => !waiting.some(({ name }) => after.includes(name)));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...free.map(({ name, columns, key }) => ({ name, columns, key })));
    waiting = waiting.filter((table) => !free.includes(table));
  }
  const keyless = ordered.find(({ key }) => key.length === 0);
  if (keyless) throw new Error(`the table ${keyless.name} has no primary key`);
  return ordered;
}

/** All sequences. Their values are not part of any snapshot: read them after it was taken, and none was given out twice. */
export async function sequencesOf(database: Database): Promise<SequenceState[]> {
  const { rows } = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await database.query<Omit<SequenceState, 'name'>>(
      `select last_value::text as last, is_called as called from ${quoted([name])}`,
    );
    states.push({ name, ...(state.rows[0] as Omit<SequenceState, 'name'>) });
  }
  return states;
}

/** Names as SQL has them, with commas between. */
export const quoted = (names: readonly string[]): string => names.map(pg.escapeIdentifier).join(', ');
