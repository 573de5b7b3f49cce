/**
 * Roads (c) and (d): the load on a service that runs in a process of its own, from a process of its own. Takes one JSON
 * argument, prints one JSON line.
 */
import { Connection, getRequest, postRequest } from './http-client.ts';
import { type Figures, measure, percentiles, WARM_UP } from './measure.ts';
import { type Order, type Spread, userName, WALLETS, Workload } from './workload.ts';

export interface LoadOrder {
  readonly port: number;
  readonly token: string;
  readonly road: 'one' | 'batch';
  readonly spread: Spread;
  readonly connections: number;
  readonly seconds: number;
  readonly run: string;
  /** Operations in one request of the batch endpoint. */
  readonly batch: number;
}

export interface LoadFigures extends Figures {
  /** Of balances that were read meanwhile, one after another; only beside road (c). */
  readonly reads: { readonly count: number; readonly p50: number; readonly p99: number } | null;
}

const PATHS = { walletTopup: 'topup', walletBonus: 'bonus', walletSpend: 'spend' } as const;

const bodyOf = ({ operation, user, amount, reference }: Order) => ({
  user_id: user,
  asset_code: 'GOLD_COINS',
  amount,
  reference_id: reference,
  ...(operation === 'walletTopup' ? { payment_method: 'stripe' } : {}),
});

async function load(order: LoadOrder): Promise<LoadFigures> {
  const { port, token, connections, seconds } = order;
  const open = () => Connection.open('127.0.0.1', port);
  const free = await Promise.all(Array.from({ length: connections }, open));
  const workload = new Workload(order.spread, order.run);

  const sendOne = async () => {
    const connection = free.pop() as Connection;
    const next = workload.next();
    const body = JSON.stringify(bodyOf(next));
    const { status } = await connection.send(postRequest(`/api/v1/wallets/${PATHS[next.operation]}`, token, body));
    free.push(connection);
    if (status >= 500) throw new Error(`${status} for ${body}`);
    return status === 201;
  };
  const sendBatch = async () => {
    const connection = free.pop() as Connection;
    const operations = Array.from({ length: order.batch }, () => workload.next());
    const items = operations.map((next) => ({ operation: next.operation, ...bodyOf(next) }));
    const { status, body } = await connection.send(
      postRequest('/api/v1/batch', token, JSON.stringify({ operations: items })),
    );
    free.push(connection);
    if (status !== 200) throw new Error(`${status}: ${body.slice(0, 200)}`);
    return true;
  };

  if (order.road === 'batch') {
    const figures = await measure(sendBatch, connections, seconds);
    return { ...figures, operations: figures.operations * order.batch, reads: null };
  }
  const reading = readBalances(await open(), token, seconds);
  const figures = await measure(sendOne, connections, seconds);
  return { ...figures, reads: await reading };
}

async function readBalances(connection: Connection, token: string, seconds: number) {
  const from = performance.now() + WARM_UP * 1000;
  const until = from + seconds * 1000;
  const latencies: number[] = [];
  for (let i = 0; performance.now() < until; i += 1) {
    const started = performance.now();
    const path = `/api/v1/wallets/${userName((i * 7919) % WALLETS)}/balance?asset_code=GOLD_COINS`;
    const { status } = await connection.send(getRequest(path, token));
    if (status !== 200) throw new Error(`a balance answered ${status}`);
    if (started >= from) latencies.push(performance.now() - started);
  }
  connection.close();
  return { count: latencies.length, ...percentiles(latencies) };
}

console.log(JSON.stringify(await load(JSON.parse(process.argv[2] ?? ''))));
process.exit(0);
