/** From what was committed to the messages that are to be sent: one job for each notice and each browser. */
import type { Database } from '../../queries/database.ts';
import { pushSubscribers } from '../../queries/push-subscriptions.ts';
import type { JsonObject } from '../../wallet/operation.ts';
import type { OperationRecord } from '../../wallet/record.ts';
import { addJobs } from '../jobs/add.ts';
import { noticesOf } from './notices.ts';

/** The name under which the notices keep their place in the books. */
export const CONSUMER = 'push';

export const SEND = 'pushSend';

/** A message to be sent: to whom, and the operation that it tells of. Nothing of what it says waits with it. */
export interface PushJob {
  readonly ledgerId: bigint;
  readonly customer: string;
  readonly subscription: string;
  readonly height: bigint;
  readonly index: number;
}

/** Adds the jobs that follow from these operations; they are there when the client's transaction commits. */
export async function addPushJobs(
  client: Database,
  ledgerId: bigint,
  records: readonly OperationRecord[],
): Promise<void> {
  const told = records.flatMap((record) => noticesOf(ledgerId, record).map(({ customer }) => ({ customer, record })));
  if (told.length === 0) return;
  const subscribers = await pushSubscribers(client, ledgerId, [...new Set(told.map(({ customer }) => customer))]);
  const jobs = told.flatMap(({ customer, record: { height, index } }) =>
    (subscribers.get(customer) ?? []).map((subscription) => ({
      task: SEND,
      payload: writeJob({ ledgerId, customer, subscription, height, index }),
      flag: customer,
    })),
  );
  await addJobs(client, jobs);
}

const writeJob = ({ ledgerId, customer, subscription, height, index }: PushJob): JsonObject => ({
  ledger: ledgerId.toString(),
  customer,
  subscription,
  height: height.toString(),
  index,
});

export const readJob = ({ ledger, customer, subscription, height, index }: JsonObject): PushJob => ({
  ledgerId: BigInt(ledger as string),
  customer: customer as string,
  subscription: subscription as string,
  height: BigInt(height as string),
  index: index as number,
});
