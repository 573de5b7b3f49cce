/** One caller who asks far more than they may: what the others notice of it (S6). */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServer, SETTINGS, type TestServer, tokenOf } from '../support/http.ts';
import { until } from '../support/until.ts';

const OTHERS = 20;
/** Of each other customer in a round; together with the warm-up they stay below their own limit. */
const READS = 8;
const ROUNDS = 5;
const LIMIT = 100;
/** What the one asks at once, and how often: more than the service can do, were it all answered. */
const BURST = 3;
const EVERY_MS = 5;
/** Answers that it waits for at most: without a bound the machine would be measured, not the service. */
const AT_ONCE = 30;
/** Each of these requests shows as many of its movements. */
const HISTORY = 200;
/** Of the medians over the rounds. A machine that is busy with something else is so for both. */
const MOST_SLOWER = 5;
/** Below that, a ratio tells of the machine's clock and scheduler. */
const UNNOTICED_MS = 10;

let limited: TestServer;
let unlimited: TestServer;
beforeAll(async () => {
  [limited, unlimited] = await Promise.all([openServer({ settings: { ...SETTINGS, rateLimit: LIMIT } }), openServer()]);
  for (const server of [limited, unlimited]) {
    const operations = Array.from({ length: HISTORY }, (_, n) => ({
      ...{ operation: 'walletTopup', user_id: 'flooder', asset_code: 'USD', amount: 1 },
      reference_id: `history-${n}`,
    }));
    await server.call('POST', '/api/v1/batch', { as: 'service', body: { operations } });
    for (const user_id of Array.from({ length: OTHERS }, (_, n) => `other-${n}`)) {
      const body = { user_id, asset_code: 'USD', amount: 1000, reference_id: `first-${user_id}` };
      await server.call('POST', '/api/v1/wallets/topup', { as: 'service', body });
    }
  }
});
afterAll(() => Promise.all([limited.close(), unlimited.close()]));

/** Made once: to sign them costs more than to be refused. */
const tokens = new Map<string, Promise<string>>();

async function read(server: TestServer, customer: string, what = 'balance') {
  const token = tokens.get(customer) ?? tokenOf({ role: 'customer', subject: customer });
  tokens.set(customer, token);
  const headers = { authorization: `Bearer ${await token}` };
  return server.call('GET', `/api/v1/wallets/${customer}/${what}`, { headers });
}

/** Milliseconds that 99 in 100 reads of the others take at most, each of whom reads so often. */
async function p99(server: TestServer, reads: number): Promise<number> {
  const latencies: number[] = [];
  for (let i = 0; i < reads; i += 1) {
    for (let other = 0; other < OTHERS; other += 1) {
      const started = performance.now();
      const { status } = await read(server, `other-${other}`);
      // Whoever is not answered waits for ever.
      latencies.push(status === 200 ? performance.now() - started : Number.POSITIVE_INFINITY);
    }
  }
  return latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)] as number;
}

/** Does this while one customer asks and asks; gives its result, and how that one was answered. */
async function flooded<T>(server: TestServer, work: () => Promise<T>): Promise<{ result: T; statuses: number[] }> {
  const ended = new AbortController();
  const statuses: number[] = [];
  const open = new Set<Promise<unknown>>();
  const ask = () => {
    const asked = read(server, 'flooder', `transactions?limit=${HISTORY}`).then(({ status }) => {
      statuses.push(status);
      open.delete(asked);
    });
    open.add(asked);
  };
  const flood = async () => {
    while (!ended.signal.aborted) {
      for (let i = 0; i < BURST && open.size < AT_ONCE; i += 1) ask();
      await delay(EVERY_MS);
    }
  };
  const flooding = flood();
  // What one may ask within the limit is answered: from then on it is about the limit.
  if (server === limited) await until(() => statuses.includes(429));
  const result = await work().finally(async () => {
    ended.abort();
    await flooding;
    await Promise.all(open);
  });
  return { result, statuses };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

/** How much slower the others' slowest reads are under the flood: every round measures both, one after the other. */
async function slowerBy(server: TestServer, rounds: number, reads: number) {
  await p99(server, 1);
  const [alone, under]: [number[], number[]] = [[], []];
  const answers: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await p99(server, reads));
    const { result, statuses } = await flooded(server, () => p99(server, reads));
    under.push(result);
    answers.push(...statuses);
  }
  const ratio = median(under) / Math.max(median(alone), UNNOTICED_MS);
  return { ratio, refused: answers.filter((status) => status === 429).length / answers.length };
}

test('the others hardly notice one caller who is limited, as they would if that one were not', async () => {
  const withLimit = await slowerBy(limited, ROUNDS, READS);
  expect(withLimit.refused).toBeGreaterThan(0.5);
  expect(withLimit.ratio).toBeLessThan(MOST_SLOWER);
  // The flood is one that would be noticed, and the measure one that notices.
  const without = await slowerBy(unlimited, 1, 2);
  expect(without.refused).toBe(0);
  expect(without.ratio).toBeGreaterThan(withLimit.ratio * 1.5);
});

test('the one is told when to come again', async () => {
  const { headers, status } = await read(limited, 'flooder');
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
});
