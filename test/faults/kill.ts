/**
 * kill -9 under load. Once the last kill is over everything that was acknowledged must be in the books exactly once and
 * everything else after a retry, and `pochi verify` must find nothing.
 */
import { HttpClient } from '../support/client.ts';
import { tokenOf } from '../support/http.ts';
import { broken, compared } from './look.ts';
import { Oracle } from './oracle.ts';
import { Service, type Victim } from './service.ts';
import { Workload } from './workload.ts';

export interface KillOptions {
  readonly times: number;
  /** Whom to kill, in turn. */
  readonly victims: readonly Victim[];
  /** Operations that are acknowledged from one kill to the next at least. */
  readonly between: number;
  /** After every so many kills the books are looked through. */
  readonly lookEvery: number;
  /** After every so many of those looks, and in the end, all is compared; after every fifth where nothing is said. */
  readonly wholeEvery?: number;
  /** What is killed, before it is started; a service in a directory of its own where none is given. */
  readonly prepare?: () => Promise<Service>;
  /** What to do with it once it runs. */
  readonly begin?: (service: Service) => Promise<void>;
  /** How to kill it. */
  readonly strike?: (service: Service, victim: Victim) => Promise<void>;
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

export const CLIENTS = 64;
/** Acknowledged behind a kill, before the next look: what was under way then is among them. */
const BEHIND = 300;

/** Kills so many times. Throws at the first thing that is not as it must be. */
export async function killAndCheck(options: KillOptions, tell: (line: string) => void): Promise<KillFigures> {
  const { times, victims, lookEvery, wholeEvery = 5 } = options;
  const service = await (options.prepare?.() ?? Service.prepare());
  const client = new HttpClient(service.base, await tokenOf({ role: 'staff' }), CLIENTS);
  const oracle = new Oracle();
  const workload = new Workload(client, oracle);
  const servingMs: number[] = [];
  let askedAgain = 0;
  try {
    tell(`started in ${Math.round(await service.start())} ms`);
    await options.begin?.(service);
    for (let kill = 1; kill <= times; kill += 1) {
      const victim = victims[(kill - 1) % victims.length] as Victim;
      const ms = await oneKill(service, workload, victim, options);
      servingMs.push(ms);
      askedAgain += workload.finals.length;
      const problems = await changed(workload);
      const isLast = kill === times;
      if (isLast || kill % lookEvery === 0) problems.push(...(await broken(service)));
      if (isLast || kill % (lookEvery * wholeEvery) === 0) problems.push(...(await compared(service, oracle)));
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
async function oneKill(
  service: Service,
  workload: Workload,
  victim: Victim,
  { between, strike = (struck, whom) => struck.kill(whom) }: KillOptions,
): Promise<number> {
  const running = workload.run(CLIENTS);
  const before = between - BEHIND + Math.floor(Math.random() * between * 0.2);
  await Promise.race([running, workload.acknowledged(before)]);
  const killed = performance.now();
  await strike(service, victim);
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
