/** Sees every row that is written to a database and stays there, whoever writes it. */
import type { Pool } from '../../src/database/pool.ts';

export interface Writes {
  /** The tables that were written to since it was asked last, each once. */
  since(): Promise<string[]>;
}

/** Adds a trigger to every table. What is rolled back leaves no trace here, as it leaves none there. */
export async function watchWrites(owner: Pool): Promise<Writes> {
  await owner.query(`
    create table attack_writes (id bigint generated always as identity primary key, name text not null);
    create function attack_note() returns trigger language plpgsql security definer as $$
      begin insert into public.attack_writes (name) values (tg_table_name); return null; end $$;
    do $$ declare t regclass; begin
      for t in select c.oid from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'attack_writes' and not relispartition
      loop execute format('create trigger attack_note after insert or update or delete on %s for each row execute function attack_note()', t); end loop;
    end $$`);
  let last = 0n;
  return {
    since: async () => {
      // Planned once: it is asked after every request.
      const { rows } = await owner.query<{ id: bigint; name: string }>({
        name: 'attack_writes',
        text: 'select max(id) as id, name from attack_writes where id > $1 group by name order by name',
        values: [last],
      });
      for (const { id } of rows) if (id > last) last = id;
      return rows.map(({ name }) => name);
    },
  };
}
