/** Fills empty books with the demo shop. Everything goes through the engine, as if cashiers had done it. */
import type { Engine } from '../engine/submission.ts';
import { takeCustomers, takeProducts } from '../feeds/take.ts';
import { Tally } from '../feeds/tally.ts';
import type { AssetRegistry } from '../queries/asset-registry.ts';
import type { Database } from '../queries/database.ts';
import { putPointRule } from '../queries/point-rules.ts';
import type { OperationRecord } from '../wallet/record.ts';
import { productRecords } from './catalogue.ts';
import { customerRecords } from './customers.ts';
import { type Deed, plan } from './plan.ts';
import { CURRENCY, submissionOf } from './submit.ts';

export interface DemoParts {
  readonly engine: Engine;
  readonly assets: AssetRegistry;
  readonly database: Database;
  readonly ledgerId: bigint;
  /** Stops after the day that is being filled. */
  readonly signal?: AbortSignal;
}

/** One point for each whole thousand shillings that is put to a slip or spent, 100 at most. */
const POINTS_RULE = { asset: CURRENCY, perAmount: 100_000n, points: 1n, cap: 100n, active: true } as const;

/**
 * Does all that the plan made at `now` says, and gives the number of operations. Doing it again with the same `now`
 * changes nothing: a run that was cut short is gone on with.
 */
export async function fillDemo(parts: DemoParts, now: Date): Promise<number> {
  const days = plan(now);
  await openShop(parts, days[0]?.[0]?.at ?? now);
  const recorded = new Map<string, OperationRecord>();
  for (const day of days) {
    if (parts.signal?.aborted) break;
    await doInOrder(parts, day, recorded);
  }
  return recorded.size;
}

async function openShop({ database, ledgerId, assets }: DemoParts, since: Date): Promise<void> {
  const asset = await assets.find(CURRENCY);
  if (!asset) throw new Error(`the demo shop needs the asset ${CURRENCY}`);
  const target = { database, ledgerId, asset };
  const tally = new Tally();
  await takeProducts(target, productRecords(), tally);
  await takeCustomers(target, customerRecords(since), tally);
  if (tally.refused.length > 0) throw new Error(`the demo shop is refused: ${tally.refused[0]?.reason}`);
  for (const action of ['slip_payment', 'spend'] as const)
    await putPointRule(database, ledgerId, asset.id, { action, ...POINTS_RULE });
}

/** Asked for in their order, the engine records them in it; only what needs an earlier one's record waits for that. */
async function doInOrder(parts: DemoParts, deeds: readonly Deed[], recorded: Map<string, OperationRecord>) {
  const found = (key: string) => recorded.get(key) as OperationRecord;
  let asked: Promise<void>[] = [];
  const all = async () => {
    await Promise.all(asked);
    asked = [];
  };
  const record = async (deed: Deed) => {
    const outcome = await parts.engine.submit(submissionOf(parts.ledgerId, deed, found));
    if (!outcome.ok) throw new Error(`the demo shop's ${deed.key} is refused: ${outcome.refusal.code}`);
    recorded.set(deed.key, outcome.record);
  };
  for (const deed of deeds) {
    if ('slip' in deed || 'of' in deed) await all();
    asked.push(record(deed));
  }
  await all();
}
