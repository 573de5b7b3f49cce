/** Finds out how much a service can do, asks for three times as much for a while, and sees how it goes on behind that. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createPool } from '../../../src/database/pool.ts';
import { createLog } from '../../../src/log.ts';
import { Service } from '../../faults/service.ts';
import { tokenOf } from '../../support/http.ts';
import { violations } from '../../support/truth.ts';
import { percentile } from '../percentile.ts';
import type { Offer, Second } from './generator.ts';
import { commandOn, keepApart } from './processors.ts';
import { peakOf, recoveryOf, verdict } from './verdict.ts';

export interface OverloadOptions {
  readonly minutes: number;
  /** Seconds of each of the other parts. */
  readonly seconds: number;
  /** How many times as much as it can do. */
  readonly times: number;
  readonly connections: number;
  readonly tell: (line: string) => void;
}

/** As many at a time as find out what it can do. */
const PEAK_CONNECTIONS = 256;
const WARM_UP_S = 10;
/** What it is asked for before and behind the overload, of what it can do. */
const USUAL = 0.5;
const PATIENCE_MS = 5_000;
const MAIN = 1n;

export async function overload(options: OverloadOptions) {
  const { minutes, seconds, times, connections, tell } = options;
  const processors = await keepApart();
  const offer = (order: Offer) => offerFrom(processors?.load ?? null, order);
  const service = await Service.prepare({ RATE_LIMIT: '0', RATE_LIMIT_TRUSTED: '0', INTEGRITY_EVERY: '0' });
  try {
    await service.start();
    const token = await tokenOf({ role: 'staff', hours: 24 });
    const to = { port: service.port, token, patience: PATIENCE_MS };
    const usual = { ...to, connections: PEAK_CONNECTIONS };
    await offer({ ...usual, name: 'warm', rate: null, seconds: WARM_UP_S });
    const most = await offer({ ...usual, name: 'peak', rate: null, seconds });
    const peakBefore = doneASecond(most);
    tell(`peak: ${peakBefore} operations a second`);
    const rate = Math.round(peakBefore * USUAL);
    const before = await offer({ ...usual, name: 'before', rate, seconds });
    const beforeP99 = slowest(before, 'doneP99', 0.5);
    tell(`at ${rate} a second: p99 ${beforeP99} ms`);
    const asked = Math.round(peakBefore * times);
    const much = await offer({ ...to, connections, name: 'much', rate: asked, seconds: Math.round(minutes * 60) });
    tell(
      `at ${asked} a second: ${doneASecond(much)} done, ${sum(much, 'refused')} refused, ${sum(much, 'gaveUp')} gave up`,
    );
    const behind = await offer({ ...usual, name: 'behind', rate, seconds: Math.max(seconds, 40) });
    const mostBehind = await offer({ ...usual, name: 'again', rate: null, seconds });
    const peakBehind = doneASecond(mostBehind);
    tell(`peak behind it: ${peakBehind} operations a second`);
    const figures = {
      peakBefore,
      peakBehind,
      goodput: doneASecond(much),
      refusedP99: slowest(much, 'refusedP99', 1),
      failed: sum(much, 'failed') + sum(behind, 'failed') + sum(mostBehind, 'failed'),
      recovery: recoveryOf(behind, beforeP99),
    };
    const acknowledged = [most, before, much, behind, mostBehind].reduce((all, each) => all + sum(each, 'done'), 0);
    const counts = {
      operationsASecondAtPeak: peakBefore,
      operationsASecondAtPeakBehind: peakBehind,
      askedForASecond: asked,
      offeredASecond: Math.round(sum(much, 'offered') / much.length),
      doneASecond: figures.goodput,
      goodputPercent: Math.round((figures.goodput / peakOf(figures)) * 100),
      refused: sum(much, 'refused'),
      gaveUp: sum(much, 'gaveUp'),
      unasked: sum(much, 'unasked'),
      failed: figures.failed,
      doneP99Ms: slowest(much, 'doneP99', 0.5),
      refusedP99Ms: figures.refusedP99,
      usualP99Ms: beforeP99,
      secondsToRecover: figures.recovery ?? 'never',
      acknowledged,
      connections,
      processors: processors ?? 'shared',
    };
    return { counts, problems: [...verdict(figures), ...(await booksProblems(service, acknowledged))] };
  } finally {
    await service.remove();
  }
}

/** In a process of its own, on these processors. */
async function offerFrom(processors: string | null, order: Offer): Promise<Second[]> {
  const script = new URL('generator.ts', import.meta.url).pathname;
  const [command = '', ...args] = commandOn(processors, [process.execPath, script, JSON.stringify(order)]);
  const { stdout } = await promisify(execFile)(command, args, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

type Count = 'offered' | 'done' | 'refused' | 'failed' | 'gaveUp' | 'unasked';

const sum = (seconds: readonly Second[], of: Count): number => seconds.reduce((all, second) => all + second[of], 0);
const doneASecond = (seconds: readonly Second[]): number => Math.round(sum(seconds, 'done') / seconds.length);

/** Of the seconds' slowest hundredths, that which this share of them does not exceed; 0 where there are none. */
function slowest(seconds: readonly Second[], of: 'doneP99' | 'refusedP99', share: number): number {
  const all = seconds.flatMap((second) => second[of] ?? []);
  return all.length === 0 ? 0 : percentile(all, share);
}

/** What was acknowledged is there, and nothing is wrong with it; more may be there, of those who went away. */
async function booksProblems(service: Service, acknowledged: number): Promise<string[]> {
  const pool = createPool({ url: await service.databaseUrl(), max: 2, log: createLog('silent') });
  try {
    const { rows } = await pool.query<{ count: number }>(
      `select count(distinct reference)::int as count from operations
        where ledger_id = $1 and reference ~ '^(peak|before|much|behind|again)-'`,
      [MAIN],
    );
    const there = rows[0]?.count ?? 0;
    const lost = there < acknowledged ? [`${acknowledged} were acknowledged, and ${there} are in the books`] : [];
    return [...lost, ...(await violations(pool, MAIN))];
  } finally {
    await pool.end();
  }
}
