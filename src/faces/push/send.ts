/** One push message: written, encrypted, signed and handed to the browser's push service (RFC 8030). */
import { createHash } from 'node:crypto';
import type { Log } from '../../log.ts';
import type { AssetRegistry } from '../../queries/asset-registry.ts';
import type { Database } from '../../queries/database.ts';
import { type PushSubscription, pushSubscription, removePushSubscription } from '../../queries/push-subscriptions.ts';
import { inSpan } from '../../telemetry/spans.ts';
import type { FeedHub } from '../feed/hub.ts';
import { RetryLater } from '../jobs/retry-later.ts';
import { OutboundError } from '../outbound/failure.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { encrypted } from './encrypt.ts';
import type { PushJob } from './jobs.ts';
import type { PushMetrics } from './metrics.ts';
import { type Notice, type NoticeKind, noticesOf } from './notices.ts';
import type { VapidKeys } from './vapid.ts';
import { type Verdict, verdictOf, verdictOfFailure } from './verdict.ts';
import { messageOf } from './words.ts';

export interface SenderParts {
  readonly database: Database;
  readonly hub: FeedHub;
  readonly assets: AssetRegistry;
  readonly keys: VapidKeys;
  readonly outbound: Outbound;
  readonly metrics: PushMetrics;
  readonly log: Log;
}

/** Older than that it is no news: it is not sent any more, nor kept by a push service for a phone that is off. */
const TTL_S = 24 * 3600;

/** These wake a phone that sleeps: whoever did not do it themselves wants to know at once. */
const URGENT: ReadonlySet<NoticeKind> = new Set([
  'payment_made',
  'funds_withdrawn',
  'transfer_sent',
  'slip_paid_from_wallet',
  'reversal',
]);

/** Sends a message, unless there is nobody to read it any more. Throws RetryLater where it is to be tried again. */
export async function sendPush(parts: SenderParts, job: PushJob, signal: AbortSignal): Promise<void> {
  const { database, metrics, log } = parts;
  const subscription = await pushSubscription(database, job.ledgerId, job.subscription);
  if (subscription?.customer !== job.customer) return metrics.messages.inc({ outcome: 'unsubscribed' });
  const { expiresAt } = subscription;
  if (expiresAt !== null && expiresAt.getTime() <= Date.now()) return forget(parts, job);
  const notice = await noticeOf(parts, job);
  const ttl = Math.floor(TTL_S - (Date.now() - notice.at.getTime()) / 1000);
  if (ttl <= 0) return metrics.messages.inc({ outcome: 'late' });

  const { host } = new URL(subscription.endpoint);
  const attributes = () => ({ 'http.request.method': 'POST', 'server.address': host });
  const told = ({ outcome }: Verdict) => ({ 'pochi.outcome': outcome });
  const verdict = await inSpan(`push ${notice.kind}`, { kind: 'client', attributes, told }, () =>
    post(parts, job.ledgerId, subscription, notice, ttl, signal),
  );
  if (verdict.outcome === 'gone') return forget(parts, job);
  metrics.messages.inc({ outcome: verdict.outcome });
  if (verdict.outcome === 'delivered') return;
  if (verdict.outcome === 'retried') throw new RetryLater(verdict.why, verdict.notBefore);
  log.warn({ subscription: subscription.id, host, why: verdict.why }, 'a push message was not taken');
}

/** The browser has let go of its subscription. */
async function forget({ database, metrics }: SenderParts, { ledgerId, subscription }: PushJob): Promise<void> {
  await removePushSubscription(database, ledgerId, subscription);
  metrics.messages.inc({ outcome: 'gone' });
}

async function noticeOf({ hub }: SenderParts, { ledgerId, customer, height, index }: PushJob): Promise<Notice> {
  const { records } = await hub.read(ledgerId, { height, index }, 1);
  const notices = records.flatMap((record) => noticesOf(ledgerId, record));
  const notice = notices.find((one) => one.customer === customer);
  if (!notice) throw new Error(`operation ${height}.${index} has nothing to tell a subscriber`);
  return notice;
}

async function post(
  { keys, outbound, assets }: SenderParts,
  ledgerId: bigint,
  subscription: PushSubscription,
  notice: Notice,
  ttl: number,
  signal: AbortSignal,
): Promise<Verdict> {
  const { endpoint } = subscription;
  const key = await keys.of(ledgerId);
  const message = messageOf(notice, subscription, await decimalPlacesOf(assets, notice.asset));
  const headers = {
    authorization: await key.header(endpoint),
    'content-type': 'application/octet-stream',
    'content-encoding': 'aes128gcm',
    ttl: ttl.toString(),
    urgency: URGENT.has(notice.kind) ? 'high' : 'normal',
    topic: topicOf(notice.id),
  };
  try {
    const body = await encrypted(message, subscription);
    return verdictOf(await outbound.post({ url: endpoint, headers, body, signal }));
  } catch (error) {
    if (error instanceof OutboundError) return verdictOfFailure(error);
    throw error;
  }
}

/** A message that comes to the push service again takes the place of its elder, if that still waits for the phone. */
const topicOf = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 32);

async function decimalPlacesOf(assets: AssetRegistry, code: string | null): Promise<number> {
  if (code === null) return 0;
  // Another instance may have added it a moment ago.
  if (!assets.get(code)) await assets.refresh();
  return assets.get(code)?.decimalPlaces ?? 0;
}
