/** One instance of the service, as far as push is concerned. */
import { v7 as uuidv7 } from 'uuid';
import { readConfig } from '../../src/config.ts';
import { FeedHub } from '../../src/faces/feed/hub.ts';
import { createOutbound, type OutboundOptions } from '../../src/faces/outbound/outbound.ts';
import { type PushRooms, type PushTimes, sendNotices } from '../../src/faces/push/start.ts';
import { createLog } from '../../src/log.ts';
import { AssetRegistry } from '../../src/queries/asset-registry.ts';
import { type NewPushSubscription, putPushSubscription } from '../../src/queries/push-subscriptions.ts';
import type { TestDatabase } from '../support/database.ts';
import { openEngine, type TestEngine } from '../support/engine.ts';
import type { Browser } from './service.ts';

export interface PushInstance extends TestEngine {
  /** Messages so far that had this outcome. */
  outcome(name: string): Promise<number>;
}

export interface PushInstanceOptions {
  readonly outbound?: Partial<OutboundOptions>;
  readonly times?: Partial<PushTimes>;
}

export async function openPush(
  { appUrl }: Pick<TestDatabase, 'appUrl'>,
  { outbound: given = {}, times = {} }: PushInstanceOptions = {},
): Promise<PushInstance> {
  const opened = await openEngine(appUrl);
  const { engine, reads } = opened;
  const log = createLog((process.env.TEST_LOG as 'debug') ?? 'silent');
  const assets = new AssetRegistry(reads);
  await assets.refresh();
  const hub = new FeedHub(engine, reads);
  const outbound = createOutbound({ allow: ['127.0.0.1'], timeoutMs: 5_000, ...given });
  const registries: PushRooms['registries'] = [];
  const face = await sendNotices(
    {
      config: readConfig({ PUSH_CONTACT: 'mailto:push@example.com' }),
      log,
      assets,
      reads,
      databaseUrl: appUrl,
      outbound,
      hub,
      registries,
    },
    { firstRetryMs: 50, longestRetryMs: 500, pollMs: 50, ...times },
  );
  return {
    ...opened,
    async outcome(name) {
      const counter = registries.flatMap((one) => one.getSingleMetric('pochi_push_messages_total') ?? [])[0];
      const values = (await counter?.get())?.values ?? [];
      return values.find(({ labels }) => labels.outcome === name)?.value ?? 0;
    },
    async close() {
      await face.stop();
      await outbound.close();
      hub.close();
      await opened.close();
    },
  };
}

/** Subscribes a browser as the HTTP face does, and gives the id of its subscription. */
export async function subscribe(
  { app }: Pick<TestDatabase, 'app'>,
  ledgerId: bigint,
  customer: string,
  { endpoint, publicKey, auth }: Pick<Browser, 'endpoint' | 'publicKey' | 'auth'>,
  change: Partial<NewPushSubscription> = {},
): Promise<string> {
  const put = await putPushSubscription(app, ledgerId, {
    id: uuidv7(),
    customer,
    endpoint,
    p256dh: publicKey,
    auth,
    language: 'en',
    showAmounts: false,
    expiresAt: null,
    ...change,
  });
  if (!put) throw new Error(`${customer} has too many subscriptions`);
  return put.subscription.id;
}
