/**
 * kill -9 under load: `npm run faults:kill -- --times 20`. After each kill everything that was acknowledged must be in
 * the books exactly once, everything else after a retry, and `pochi verify` must find nothing.
 */
import { parseArgs } from 'node:util';
import { createPool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { HttpClient } from '../support/client.ts';
import { tokenOf } from '../support/http.ts';
import { violations } from '../support/truth.ts';
import { Oracle, type Row } from './oracle.ts';
import { Service, type Victim } from './service.ts';
import { Workload } from './workload.ts';

export interface Figures {
  kills: number;
  acknowledged: number;
  refused: number;
  /** Operations of which at least one attempt got no answer. */
  unknown: number;
  attempts: number;
  /** Milliseconds from each kill until the service did its work again. */
  readyMs: number[];
}

const CLIENTS = 64;
const VICTIMS: readonly Victim[] = ['both', 'service', 'database'];

/** Kills so many times, one victim after another. Throws at the first thing that is not as it must be. */
export async function killAndCheck(times: number, tell: (line: string) => void): Promise<Figures> {
  const service = await Service.prepare();
  const client = new HttpClient(service.base, await tokenOf({ role: 'staff' }), CLIENTS);
  const oracle = new Oracle();
  const workload = new Workload(client, oracle);
  const readyMs: number[] = [];
  try {
    tell(`started in ${Math.round(await service.start())} ms`);
    for (let kill = 0; kill < times; kill += 1) {
      const victim = VICTIMS[kill % VICTIMS.length] as Victim;
      const ms = await oneKill(service, workload, victim);
      readyMs.push(ms);
      const problems = await check(service, workload, oracle);
      if (problems.length > 0) throw new Error(`after the kill of ${victim}:\n${problems.slice(0, 20).join('\n')}`);
      const { acknowledged } = oracle;
      tell(`kill ${kill + 1}, ${victim}: ready after ${Math.round(ms)} ms, ${acknowledged} acknowledged, all sound`);
    }
  } finally {
    workload.stop();
    client.close();
    await service.remove();
  }
  const { acknowledged, refused } = oracle;
  return { kills: times, acknowledged, refused, ...workload.counts, readyMs };
}

/** Load, a kill at some moment, recovery under the same load, and the last answers. Gives the milliseconds until ready. */
async function oneKill(service: Service, workload: Workload, victim: Victim): Promise<number> {
  const running = workload.run(CLIENTS);
  await Promise.race([running, workload.acknowledged(300 + Math.floor(Math.random() * 2_000))]);
  const killed = performance.now();
  await service.kill(victim);
  if (victim === 'database') await service.healthy();
  else await service.start();
  const ready = performance.now() - killed;
  await Promise.race([running, workload.acknowledged(300)]);
  workload.stop();
  await running;
  return ready;
}

async function check(service: Service, workload: Workload, oracle: Oracle): Promise<string[]> {
  const pool = createPool({ url: await service.databaseUrl(), max: 2, log: createLog('error') });
  try {
    const { rows, balances } = await readBooks(pool);
    const { sound, report } = await service.verify();
    const changed = await workload.replay(CLIENTS);
    return [
      ...oracle.compare(rows, balances),
      ...(await violations(pool, 1n)),
      ...changed.map((reference) => `${reference} is answered otherwise than it was acknowledged`),
      ...(sound ? [] : [`pochi verify: ${report}`]),
    ];
  } finally {
    await pool.end();
  }
}

type Pool = ReturnType<typeof createPool>;

async function readBooks(pool: Pool): Promise<{ rows: Row[]; balances: Map<string, number> }> {
  const operations = await pool.query<Row & { at: Date }>(
    `select o.reference, o.operation, o.customer as user, o.id as transaction_id, e.amount::float8 as amount,
            e.balance_before::float8 as balance_before, e.balance_after::float8 as balance_after, b.recorded_at as at
       from operations o
       join blocks b on b.ledger_id = o.ledger_id and b.height = o.height
       join entries e on e.ledger_id = o.ledger_id and e.height = o.height and e.index = o.index
       join accounts a on a.ledger_id = e.ledger_id and a.id = e.account_id and a.kind = 'wallet' and a.owner = o.customer
      where o.ledger_id = 1`,
  );
  const wallets = await pool.query<{ owner: string; balance: number }>(
    `select a.owner, b.balance::float8 as balance
       from wallet_balances b join accounts a on a.ledger_id = b.ledger_id and a.id = b.account_id
      where b.ledger_id = 1 and a.kind = 'wallet'`,
  );
  return {
    rows: operations.rows.map(({ at, ...row }) => ({ ...row, created_at: at.toISOString() })),
    balances: new Map(wallets.rows.map(({ owner, balance }) => [owner, balance])),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } });
  const { readyMs, ...figures } = await killAndCheck(Number(values.times), console.log);
  const sorted = readyMs.map(Math.round).sort((a, b) => a - b);
  console.log({ ...figures, readyMs: { median: sorted[sorted.length >> 1], longest: sorted.at(-1) } });
}
