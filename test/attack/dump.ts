import type { Pool } from '../../src/database/pool.ts';

/** Every row of every table as a line of text; those alone that match the pattern, where one is given. */
export async function dump(owner: Pool, pattern = ''): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace where relkind = 'r' and nspname !~ '^(?:pg_|information_schema)'",
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t where t::text ~ $1`, [
      pattern,
    ]);
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return lines;
}
