/** The jobs of this room: what each carries, as JSON and back. */
import type { Database } from '../../queries/database.ts';
import type { JsonObject } from '../../wallet/operation.ts';
import { addJobs, type Job } from '../jobs/add.ts';

export const DELIVER = 'webhookDeliver';
export const RESTART = 'webhookRestart';
export const FORGET = 'webhookForget';
export const CLEAN = 'webhookClean';

export interface DeliverJob {
  readonly ledgerId: bigint;
  readonly id: string;
  readonly webhookId: string;
  /** How many attempts were made before: a job for an earlier one has nothing to do. */
  readonly attempts: number;
}

/** One job for each delivery: a later one takes the place of one that still waits. */
export const deliverJob = ({ ledgerId, id, webhookId, attempts }: DeliverJob, runAt?: Date): Job => ({
  task: DELIVER,
  payload: { ledger: ledgerId.toString(), id, webhook: webhookId, attempts },
  key: `webhook/${id}`,
  flag: webhookId,
  ...(runAt && { runAt }),
});

export const readDeliverJob = ({ ledger, id, webhook, attempts }: JsonObject): DeliverJob => ({
  ledgerId: BigInt(ledger as string),
  id: id as string,
  webhookId: webhook as string,
  attempts: attempts as number,
});

export interface RestartJob {
  readonly ledgerId: bigint;
  readonly webhookId: string;
  readonly state: 'pending' | 'dead';
  /** The last one that was begun anew already; null at first. */
  readonly after: string | null;
}

/** Begins all deliveries in a state anew, a part at a time. */
export const addRestart = (database: Database, { ledgerId, webhookId, state, after }: RestartJob): Promise<void> =>
  addJobs(database, [{ task: RESTART, payload: { ledger: ledgerId.toString(), webhook: webhookId, state, after } }]);

export const readRestartJob = ({ ledger, webhook, state, after }: JsonObject): RestartJob => ({
  ledgerId: BigInt(ledger as string),
  webhookId: webhook as string,
  state: state as RestartJob['state'],
  after: after as string | null,
});

/** Removes all deliveries of a webhook that is gone. */
export const addForget = (database: Database, ledgerId: bigint, webhookId: string): Promise<void> =>
  addJobs(database, [{ task: FORGET, payload: { ledger: ledgerId.toString(), webhook: webhookId } }]);

export const readForgetJob = ({ ledger, webhook }: JsonObject) => ({
  ledgerId: BigInt(ledger as string),
  webhookId: webhook as string,
});

/** There is one at a time for all instances. */
export const addClean = (database: Database, runAt: Date): Promise<void> =>
  addJobs(database, [{ task: CLEAN, payload: {}, key: CLEAN, runAt }]);
