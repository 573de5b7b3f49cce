import { hasWebhooks } from '../../queries/webhooks.ts';
import type { Face, Rooms, StartFace } from '../face.ts';
import { follow } from '../feed/follower.ts';
import { startJobs, type Task } from '../jobs/jobs.ts';
import { deliver } from './deliver.ts';
import { addClean, CLEAN, DELIVER, FORGET, RESTART, readDeliverJob, readForgetJob, readRestartJob } from './jobs.ts';
import { WebhookMetrics } from './metrics.ts';
import { CONSUMER, takeEvents } from './outbox.ts';
import { Pace, type PaceSettings } from './pace.ts';
import { openSealer } from './sealer.ts';
import { clean, forget, restart } from './upkeep.ts';

export interface WebhookSettings extends Omit<PaceSettings, 'most'> {
  /** Milliseconds between two looks for deliveries whose time has come, and for commits of other instances. */
  readonly pollMs: number;
  /** Seconds after which the deliveries in the hands of an instance that died are given to others. */
  readonly deadAfterS: number;
}

const DEFAULTS: WebhookSettings = {
  pollMs: 1_000,
  deadAfterS: 30,
  restAfter: 10,
  firstRestMs: 1_000,
  longestRestMs: 30_000,
};

/** What fails here is the database, or a defect: nothing that a receiver does. */
const persistent = (run: Task['run']): Task => ({ run, attempts: 12, firstRetryMs: 500, longestRetryMs: 60_000 });

const DAY_S = 86_400;
/** Not at once: an instance that starts has other things to do. */
const FIRST_CLEAN_MS = 60_000;

/** Tells receivers of events, as the service starts it. */
export const startWebhooks: StartFace = (rooms) => deliverWebhooks(rooms);

export async function deliverWebhooks(rooms: Rooms, settings: Partial<WebhookSettings> = {}): Promise<Face> {
  const { config, log, hub, assets, outbound, registries } = rooms;
  const { pollMs, deadAfterS, ...rest } = { ...DEFAULTS, ...settings };
  const concurrency = config.webhookConcurrency;
  const metrics = new WebhookMetrics();
  registries.push(metrics.registry);
  // The others find a hand free, however slow one of them is.
  const pace = new Pace({ ...rest, most: Math.max(1, Math.floor(concurrency * 0.75)) });

  const parts = {
    outbound,
    sealer: await openSealer(config),
    pace,
    metrics,
    log,
    assets,
    read: hub.read.bind(hub),
    retries: config.webhookRetries,
    disableAfterS: config.webhookDisableAfter * DAY_S,
  };
  const jobs = await startJobs(rooms, {
    name: 'webhooks',
    concurrency,
    pollMs,
    deadAfterS,
    skip: () => pace.busy(),
    tasks: {
      [DELIVER]: persistent((data, { database, signal }) =>
        deliver({ ...parts, database }, readDeliverJob(data), signal),
      ),
      [RESTART]: persistent((data, { database }) => restart(database, readRestartJob(data))),
      [FORGET]: persistent((data, { database }) => forget(database, readForgetJob(data))),
      [CLEAN]: persistent((_, { database }) => clean(database, config.webhookKeep)),
    },
  });
  const follower = await follow(
    { database: jobs.database, hub, log },
    { consumer: CONSUMER, listened: hasWebhooks, take: takeEvents, pollMs },
  );
  await addClean(jobs.database, new Date(Date.now() + FIRST_CLEAN_MS));
  return {
    addresses: {},
    async stop() {
      await follower.stop();
      await jobs.stop();
    },
  };
}
