/** Road (b): the engine, called directly. Also fills the wallets for the other roads. */
import { openPools } from '../../src/database/pools.ts';
import { LedgerEngine } from '../../src/engine/engine.ts';
import type { Caller, Submission } from '../../src/engine/submission.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { walletBonus, walletTopup } from '../../src/wallet/credit.ts';
import { walletSpend } from '../../src/wallet/debit.ts';
import type { Operation } from '../../src/wallet/operation.ts';
import { OPENING, type Order, userName, WALLETS, Workload } from '../workload.ts';

const CALLER: Caller = {
  subject: 'bench',
  role: 'service',
  method: 'POST',
  endpoint: 'bench',
  address: '127.0.0.1',
  userAgent: 'bench',
};

export async function openEngineRoad(url: string) {
  const log = createLog('warn');
  const pools = openPools({ url, max: 10, isolation: 'serializable', log });
  const assets = new AssetRegistry(pools.reads);
  await assets.refresh();
  const engine = new LedgerEngine({ ...pools, assets });
  const close = async () => {
    await engine.drain();
    await pools.close();
  };
  const record = async (order: Order) => (await engine.submit(submission(order))).ok;
  return { step: (workload: Workload) => () => record(workload.next()), record, close };
}

/** Operations after the opening ones, so that the indexes are as full as those of books in use, not as new ones. */
const AGEING = 200_000;

/** A top-up for each wallet, so that all exist and can spend, and some life after it. */
export async function fillWallets(url: string): Promise<void> {
  const road = await openEngineRoad(url);
  for (let first = 0; first < WALLETS; first += 5000) {
    const fill = (_: unknown, i: number): Order => ({
      operation: 'walletTopup',
      user: userName(first + i),
      amount: OPENING,
      reference: `open-${first + i}`,
    });
    await Promise.all(Array.from({ length: 5000 }, fill).map(road.record));
  }
  const workload = new Workload('uniform', 'age');
  for (let done = 0; done < AGEING; done += 5000) {
    await Promise.all(Array.from({ length: 5000 }, () => road.record(workload.next())));
  }
  await road.close();
}

function submission(order: Order): Submission {
  const { user: customer, reference } = order;
  const common = { customer, asset: 'GOLD_COINS', amount: BigInt(order.amount), data: {} };
  const of = <Input>(operation: Operation<string, Input>, input: Input): Submission => ({
    ledgerId: 1n,
    operation: operation as Operation<string, unknown>,
    input,
    caller: CALLER,
    key: { scope: 'ledger', value: reference },
    occurredAt: null,
  });
  if (order.operation === 'walletBonus') return of(walletBonus, common);
  if (order.operation === 'walletSpend') return of(walletSpend, { ...common, entryType: 'SPEND' });
  return of(walletTopup, { ...common, method: 'stripe', data: { payment_method: 'stripe' } });
}
