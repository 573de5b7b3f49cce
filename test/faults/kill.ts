/**
 * kill -9 under load. Once the last kill is over everything that was acknowledged must be in the books exactly once and
 * everything else after a retry, and `pochi verify` must find nothing.
 */
import { createPool } from '../../src/database/pool.ts';
import { createLog } from '../../src/log.ts';
import { HttpClient } from '../support/client.ts';
import { tokenOf } from '../support/http.ts';
import { violations } from '../support/truth.ts';
import { Oracle, type Row } from './oracle.ts';
import { Service, type Victim } from './service.ts';
import { Workload } from './workload.ts';

export interface KillOptions {
  readonly times: number;
  /** Whom to kill, in turn. */
  readonly victims: readonly Victim[];
  /** Operations that are acknowledged from one kill to the next at least. */
  readonly between: number;
  /** After every so many kills the books are looked through; after a fifth of those, and in the end, all is compared. */
  readonly lookEvery: number;
}

export interface KillFigures {
  kills: number;
  acknowledged: number;
  refused: number;
  /** Operations of which at least one attempt got no answer; each has its answer in the end. */
  unknown: number;
  attempts: number;
  /** Answers that were asked for again and compared to the byte. */
  askedAgain: number;
  /** Milliseconds from each kill until the service recorded something again. */
  servingMs: number[];
}

const CLIENTS = 64;
/** Acknowledged behind a kill, before the next look: what was under way then is among them. */
const BEHIND = 300;
const WHOLE_OF_LOOKS = 5;

/** Kills so many times. Throws at the first thing that is not as it must be. */
export async function killAndCheck(options: KillOptions, tell: (line: string) => void): Promise<KillFigures> {
  const { times, victims, between, lookEvery } = options;
  const service = await Service.prepare();
  const client = new HttpClient(service.base, await tokenOf({ role: 'staff' }), CLIENTS);
  const oracle = new Oracle();
  const workload = new Workload(client, oracle);
  const servingMs: number[] = [];
  let askedAgain = 0;
  try {
    tell(`started in ${Math.round(await service.start())} ms`);
    for (let kill = 1; kill <= times; kill += 1) {
      const victim = victims[(kill - 1) % victims.length] as Victim;
      const ms = await oneKill(service, workload, victim, between);
      servingMs.push(ms);
      askedAgain += workload.finals.length;
      const problems = await changed(workload);
      const isLast = kill === times;
      if (isLast || kill % lookEvery === 0) problems.push(...(await broken(service)));
      if (isLast || kill % (lookEvery * WHOLE_OF_LOOKS) === 0) problems.push(...(await compared(service, oracle)));
      if (problems.length > 0) throw new Error(`after the kill of ${victim}:\n${problems.slice(0, 20).join('\n')}`);
      tell(`kill ${kill}/${times}, ${victim}: serving after ${Math.round(ms)} ms, ${oracle.acknowledged} acknowledged`);
    }
  } finally {
    workload.stop();
    client.close();
    await service.remove();
  }
  const { acknowledged, refused } = oracle;
  return { kills: times, acknowledged, refused, ...workload.counts, askedAgain, servingMs };
}

/** Load, a kill at some moment, recovery under the same load, and the last answers. Gives the milliseconds until it serves. */
async function oneKill(service: Service, workload: Workload, victim: Victim, between: number): Promise<number> {
  const running = workload.run(CLIENTS);
  const before = between - BEHIND + Math.floor(Math.random() * between * 0.2);
  await Promise.race([running, workload.acknowledged(before)]);
  const killed = performance.now();
  await service.kill(victim);
  if (victim === 'database') {
    await service.healthy();
    if (!service.isRunning) throw new Error('the service went down with its database');
  } else await service.start();
  await Promise.race([running, workload.acknowledged(1)]);
  const serving = performance.now() - killed;
  await Promise.race([running, workload.acknowledged(BEHIND)]);
  workload.stop();
  await running;
  return serving;
}

/** The latest answers, asked for again. */
async function changed(workload: Workload): Promise<string[]> {
  const references = await workload.replay(CLIENTS);
  return references.map((reference) => `${reference} is answered otherwise than it was acknowledged`);
}

async function broken(service: Service): Promise<string[]> {
  return withBooks(service, (pool) => violations(pool, 1n));
}

/** Everything that was acknowledged with everything that is there, and what the service's own verification says. */
async function compared(service: Service, oracle: Oracle): Promise<string[]> {
  const { rows, balances } = await withBooks(service, readBooks);
  const { sound, report } = await service.verify();
  return [...oracle.compare(rows, balances), ...(sound ? [] : [`pochi verify: ${report}`])];
}

async function withBooks<T>(service: Service, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool({ url: await service.databaseUrl(), max: 2, log: createLog('error') });
  return work(pool).finally(() => pool.end());
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
