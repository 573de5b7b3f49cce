import { hasPushSubscriptions } from '../../queries/push-subscriptions.ts';
import type { Face, Rooms, StartFace } from '../face.ts';
import { follow } from '../feed/follower.ts';
import { startJobs, type Task } from '../jobs/jobs.ts';
import { addPushJobs, CONSUMER, readJob, SEND } from './jobs.ts';
import { PushMetrics } from './metrics.ts';
import { sendPush } from './send.ts';
import { Turns } from './turns.ts';
import { VapidKeys, vapidSettings } from './vapid.ts';

export interface PushTimes extends Pick<Task, 'firstRetryMs' | 'longestRetryMs'> {
  /** Milliseconds between two looks for messages whose time has come, and for commits of other instances. */
  readonly pollMs: number;
}

const TIMES: PushTimes = { firstRetryMs: 2_000, longestRetryMs: 3_600_000, pollMs: 1_000 };

/** More than fit into the time that a message is worth sending: its age ends the attempts. */
const ATTEMPTS = 60;

const AT_A_TIME = 16;
/** Whoever names an endpoint that never answers shall wait for it alone. */
const AT_A_TIME_FOR_ONE = 4;

/** Tells customers of their money by web push, as the service starts it. */
export const startPush: StartFace = (rooms) => sendNotices(rooms);

/** What it needs of the rooms. */
export type PushRooms = Pick<
  Rooms,
  'config' | 'log' | 'hub' | 'assets' | 'reads' | 'databaseUrl' | 'outbound' | 'registries'
>;

export async function sendNotices(rooms: PushRooms, times: Partial<PushTimes> = {}): Promise<Face> {
  const { config, log, hub, assets, reads, outbound, registries } = rooms;
  const { pollMs, ...retries } = { ...TIMES, ...times };
  const settings = vapidSettings(config);
  if (settings.contact === null)
    log.info('PUSH_CONTACT is not set: the push services of Apple and Mozilla will take no messages');
  const metrics = new PushMetrics();
  registries.push(metrics.registry);

  const sender = { hub, assets, keys: new VapidKeys(reads, settings), outbound, metrics, log };
  const turns = new Turns(AT_A_TIME_FOR_ONE);
  const send: Task = {
    attempts: ATTEMPTS,
    ...retries,
    run(data, { database, signal }) {
      const job = readJob(data);
      return turns.within(job.customer, () => sendPush({ ...sender, database }, job, signal));
    },
  };
  const jobs = await startJobs(rooms, {
    name: 'push',
    tasks: { [SEND]: send },
    concurrency: AT_A_TIME,
    pollMs,
    skip: () => turns.taken(),
  });
  const follower = await follow(
    { database: jobs.database, hub, log },
    { consumer: CONSUMER, listened: hasPushSubscriptions, take: addPushJobs, pollMs },
  ).catch(async (error: unknown) => {
    await jobs.stop();
    throw error;
  });
  return {
    addresses: {},
    async stop() {
      await follower.stop();
      await jobs.stop();
    },
  };
}
