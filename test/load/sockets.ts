/**
 * Many sockets on one instance: `npm run load:sockets`. Each customer holds one; then wallets change, and how long each
 * change takes to its customer is measured from the moment its request is sent. Ends with 0 only if the target held.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '../../src/faces/socket/contract.ts';
import { Service } from '../faults/service.ts';
import { HttpClient } from '../support/client.ts';
import { tokenOf } from '../support/http.ts';
import { until } from '../support/until.ts';
import { percentile } from './percentile.ts';
import { serviceCost } from './process-cost.ts';

export interface LoadOptions {
  readonly sockets: number;
  /** Changes of balances, and how many of them a second. */
  readonly changes: number;
  readonly perSecond: number;
  /** Seconds in which nothing happens, to see what that costs. */
  readonly idleSeconds: number;
}

export interface LoadFigures {
  readonly connectSeconds: number;
  /** Of one core, and the memory of the service. */
  readonly idleCpu: number;
  readonly megabytes: number;
  /** Until HTTP has answered, by which one sees a machine that is too busy to commit in time. */
  readonly answerP95Ms: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  readonly missing: number;
  /** Heard twice, or by another customer. */
  readonly wrong: number;
  readonly lostSockets: number;
}

export const P95_TARGET_MS = 1_000;

export const held = ({ p95Ms, missing, wrong, lostSockets }: LoadFigures): boolean =>
  p95Ms <= P95_TARGET_MS && missing === 0 && wrong === 0 && lostSockets === 0;

const CONNECTING_AT_ONCE = 50;

type Client = Socket<ServerEvents, ClientEvents>;

interface Hearing {
  readonly customer: string;
  readonly at: number;
}

export async function measureSockets(options: LoadOptions): Promise<LoadFigures> {
  const service = await Service.prepare();
  const http = new HttpClient(service.base, await tokenOf({ role: 'staff' }), 64);
  const clients: Client[] = [];
  const heard = new Map<string, Hearing[]>();
  try {
    await service.start();
    const began = performance.now();
    await connectAll(service.base, options.sockets, clients, heard);
    const connectSeconds = (performance.now() - began) / 1000;
    const before = await serviceCost();
    await delay(options.idleSeconds * 1000);
    const after = await serviceCost();
    const changes = await changeBalances(http, options);
    const arrived = () => changes.every(({ transaction }) => heard.has(transaction));
    await until(arrived, 10_000).catch(() => {});
    const idleCpu = (after.cpuSeconds - before.cpuSeconds) / options.idleSeconds;
    const lostSockets = clients.filter(({ connected }) => !connected).length;
    return { connectSeconds, idleCpu, megabytes: after.megabytes, ...judge(changes, heard), lostSockets };
  } finally {
    for (const client of clients) client.disconnect();
    http.close();
    await service.remove();
  }
}

const customerOf = (n: number): string => `load-${n}`;

async function connectAll(
  base: string,
  sockets: number,
  clients: Client[],
  heard: Map<string, Hearing[]>,
): Promise<void> {
  const numbers = Array.from({ length: sockets }, (_, n) => n).values();
  const worker = async () => {
    for (const n of numbers) clients.push(await connectOne(base, customerOf(n), heard));
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, worker));
}

async function connectOne(base: string, customer: string, heard: Map<string, Hearing[]>): Promise<Client> {
  const token = await tokenOf({ role: 'customer', subject: customer });
  const client: Client = io(base, { auth: { token }, forceNew: true, reconnection: false, transports: ['websocket'] });
  client.on('wallet:balance_changed', ({ transactionId }) => {
    const hearings = heard.get(transactionId) ?? [];
    heard.set(transactionId, hearings);
    hearings.push({ customer, at: performance.now() });
  });
  await new Promise<void>((resolve, reject) => {
    client.once('wallet:ready', () => resolve());
    client.once('connect_error', reject);
  });
  return client;
}

interface Change {
  readonly transaction: string;
  readonly customer: string;
  readonly sent: number;
  readonly answered: number;
}

/** Sends them at their pace, whether those before are answered or not. */
function changeBalances(http: HttpClient, { sockets, changes, perSecond }: LoadOptions): Promise<Change[]> {
  const began = performance.now();
  return Promise.all(
    Array.from({ length: changes }, async (_, n): Promise<Change> => {
      await delay(Math.max(0, began + (n * 1000) / perSecond - performance.now()));
      // A stride that meets all customers before it comes back to the first.
      const customer = customerOf((n * 7919) % sockets);
      const sent = performance.now();
      const body = { user_id: customer, asset_code: 'USD', amount: 100, reference_id: `load-${n}` };
      const { status, text } = await http.post('/api/v1/wallets/topup', body);
      if (status !== 201) throw new Error(`a top-up was answered ${status}: ${text}`);
      return { transaction: JSON.parse(text).data.transaction_id, customer, sent, answered: performance.now() };
    }),
  );
}

function judge(changes: readonly Change[], heard: ReadonlyMap<string, readonly Hearing[]>) {
  const hearings = changes.map((change) => ({ change, all: heard.get(change.transaction) ?? [] }));
  const waits = hearings.flatMap(({ change, all }) => all.slice(0, 1).map(({ at }) => at - change.sent));
  const answers = changes.map(({ sent, answered }) => answered - sent);
  return {
    answerP95Ms: percentile(answers, 0.95),
    p50Ms: percentile(waits, 0.5),
    p95Ms: percentile(waits, 0.95),
    longestMs: percentile(waits, 1),
    missing: hearings.filter(({ all }) => all.length === 0).length,
    wrong: hearings.filter(
      ({ change, all }) => all.length > 1 || all.some(({ customer }) => customer !== change.customer),
    ).length,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      sockets: { type: 'string', default: '5000' },
      changes: { type: 'string', default: '6000' },
      rate: { type: 'string', default: '200' },
      idle: { type: 'string', default: '20' },
    },
  });
  const figures = await measureSockets({
    sockets: Number(values.sockets),
    changes: Number(values.changes),
    perSecond: Number(values.rate),
    idleSeconds: Number(values.idle),
  });
  console.log(figures);
  console.log(held(figures) ? 'held' : `NOT held: p95 at most ${P95_TARGET_MS} ms, nothing missing, wrong or lost`);
  process.exit(held(figures) ? 0 : 1);
}
