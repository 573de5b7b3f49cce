/** What else goes on while a soak runs: on the machine, in PostgreSQL, and by the soak itself. */
import { readFile, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import pg from 'pg';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
/** `cpu user nice system idle iowait irq softirq steal`. */
const STEAL = 8;

/** Processor time that a machine around this one gave to others, in milliseconds by minute; 0 where nobody tells. */
export class StolenTime {
  readonly minutes: number[] = [];
  #sum = 0;

  async begin(): Promise<void> {
    this.#sum = await stolenMs();
  }

  async end(): Promise<number> {
    const before = this.#sum;
    await this.begin();
    this.minutes.push(this.#sum - before);
    return this.#sum - before;
  }
}

/** Since the machine was started. */
async function stolenMs(): Promise<number> {
  const [all = ''] = (await readFile('/proc/stat', 'utf8').catch(() => '')).split('\n');
  return Number(all.split(/\s+/)[STEAL] ?? 0) * TICK_MS;
}

/** What PostgreSQL does of its own accord at the moment, such as `autovacuum: ANALYZE public.entries`. Throws where it is away. */
export async function databaseChores(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ query: string }>(
      `select query from pg_stat_activity where backend_type = 'autovacuum worker' and query <> ''`,
    );
    return rows.map(({ query }) => query);
  } finally {
    await client.end();
  }
}

/** Lets a process of PostgreSQL have what all others leave: one that only looks must not be what they are slow by. */
export async function stepBack(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const [{ pid }] = rows as [{ pid: number }];
  setPriority(pid, constants.priority.PRIORITY_LOW);
  // Where Linux shares the processors between sessions, of which each such process is one, that is the priority that counts.
  await writeFile(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW)).catch(() => {});
}
