/** F10: connections are terminated, none can be had, and clients break off; nothing may be left locked or open behind that. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Random } from '../../../src/demo/random.ts';
import { terminateBackends } from '../faults.ts';
import type { World } from '../world.ts';
import { type Run, type RunOptions, underLoad } from './run.ts';

const MOST_CONNECTIONS = 100;
/** For every thousand terminated connections, how often none can be had. */
const EXHAUSTED_OF = 0.02;

export const databaseRun: Run = (options) =>
  underLoad({ ...options, postgres: { max_connections: String(MOST_CONNECTIONS) } }, async (world) => {
    const terminated = await terminate(world, options);
    const exhausted = Math.max(1, Math.round(options.count * EXHAUSTED_OF));
    for (let n = 0; n < exhausted; n += 1) {
      await exhaust(world, options.seconds * 1_000);
      await world.clients.recorded(30);
      options.tell(`no connection to be had, ${n + 1}/${exhausted}`);
    }
    const aborted = await breakOff(world, options.count);
    return { counts: { terminated, exhausted, aborted }, problems: await leaks(world) };
  });

async function terminate(world: World, { count, seed, tell }: RunOptions): Promise<number> {
  const random = new Random(seed);
  let terminated = 0;
  for (let n = 0; terminated < count; n += 1) {
    terminated += await terminateBackends(world);
    await world.clients.recorded(10);
    await delay(random.whole(0, 30));
    if (n % 20 === 0) tell(`${terminated} connections terminated`);
  }
  await world.check();
  return terminated;
}

/** Takes every connection that the server has, away from the service too, and keeps them for a while. */
async function exhaust(world: World, forMs: number): Promise<void> {
  const taken: pg.Client[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const client = new pg.Client({ connectionString: world.ownerUrl });
    client.on('error', () => {});
    const got = await client.connect().then(
      () => true,
      () => false,
    );
    if (got) taken.push(client);
    // One that is in already gives up its own only when it is made to.
    else await taken[0]?.query(ENDED);
    if (!got) await delay(20);
  }
  await Promise.all(taken.map((client) => client.end()));
}

const ENDED = `
  with ours as materialized (select pid from pg_stat_activity where usename = 'pochi_app')
  select count(pg_terminate_backend(pid)) from ours`;

async function breakOff(world: World, count: number): Promise<number> {
  const { clients } = world;
  const usual = clients.impatient;
  const before = clients.failures.get('ABORT_ERR') ?? 0;
  const aborted = () => (clients.failures.get('ABORT_ERR') ?? 0) - before;
  clients.impatient = 0.7;
  while (aborted() < count) await clients.recorded(10);
  clients.impatient = usual;
  return aborted();
}

/** What stays open or locked once all is quiet. */
async function leaks(world: World): Promise<string[]> {
  await world.clients.stop();
  await delay(500);
  const open = await world.sql<{ what: string }>(`
    select state || ' since ' || state_change || ': ' || left(query, 80) as what from pg_stat_activity
     where usename = 'pochi_app' and state <> 'idle' and wait_event is distinct from 'WalSenderMain'
     union all
    select 'a lock on ' || l.relation::regclass || ' of an idle connection' from pg_locks l
      join pg_stat_activity a on a.pid = l.pid where a.usename = 'pochi_app' and a.state = 'idle' and l.relation is not null`);
  const [count] = await world.sql<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where usename = 'pochi_app'`,
  );
  const most = world.nodes.length * (10 + 7 + 7);
  return [
    ...open.map(({ what }) => what),
    ...((count?.n ?? 0) > most ? [`${count?.n} connections are open, of ${most} at most`] : []),
  ];
}
