/** One attempt to deliver an event: signed, sent, and what became of it written down with what follows from it. */
import type { Pool } from '../../database/pool.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Log } from '../../log.ts';
import {
  type Attempt,
  type DueDelivery,
  dueDelivery,
  holdDelivery,
  recordAttempt,
} from '../../queries/webhook-deliveries.ts';
import { webhookFails, webhookWorks } from '../../queries/webhooks.ts';
import { inSpan } from '../../telemetry/spans.ts';
import { hasCardNumber } from '../card-data.ts';
import { addJobs } from '../jobs/add.ts';
import { OutboundError } from '../outbound/failure.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { type DeliverJob, deliverJob } from './jobs.ts';
import type { WebhookMetrics } from './metrics.ts';
import type { Pace } from './pace.ts';
import { type PayloadSources, payloadOf, TEST_EVENT } from './payload.ts';
import { nextAttempt } from './schedule.ts';
import { type Sealer, sealedFor } from './sealer.ts';
import { signedHeaders } from './signature.ts';

export interface DelivererParts extends PayloadSources {
  readonly database: Pool;
  readonly outbound: Outbound;
  readonly sealer: Sealer;
  readonly pace: Pace;
  readonly metrics: WebhookMetrics;
  readonly log: Log;
  /** Seconds from one attempt to the next. */
  readonly retries: readonly number[];
  /** Seconds after which a webhook that only fails is disabled. */
  readonly disableAfterS: number;
}

interface Outcome extends Attempt {
  readonly ok: boolean;
  /** Before which the receiver does not want to be asked again. */
  readonly notBefore: Date | null;
}

/** The receiver says that there is nothing more to be sent to it, ever. */
const GONE = 410;

/** Makes the attempt that this job is for, if it is still to be made. */
export async function deliver(parts: DelivererParts, job: DeliverJob, signal: AbortSignal): Promise<void> {
  const { database, metrics, pace } = parts;
  const due = await dueDelivery(database, job.ledgerId, job.id, job.attempts);
  if (!due) return;
  if (!due.active && due.eventType !== TEST_EVENT) {
    metrics.deliveries.inc({ outcome: 'held' });
    return holdDelivery(database, job.ledgerId, job.id);
  }
  const mayRest = due.tries < parts.retries.length && due.eventType !== TEST_EVENT;
  const outcome =
    mayRest && pace.resting(due.webhookId)
      ? resting()
      : await pace.send(due.webhookId, () => traced(due, () => attempt(parts, job.ledgerId, due, signal)));
  await settle(parts, job.ledgerId, due, outcome);
}

/** An attempt in a span of its own: where it went and what was answered, nothing of what it says. */
const traced = (due: DueDelivery, work: () => Promise<Outcome>): Promise<Outcome> =>
  inSpan(
    `webhook ${due.eventType}`,
    {
      kind: 'client',
      attributes: () => ({
        'http.request.method': 'POST',
        'server.address': new URL(due.url).hostname,
        'pochi.attempt': due.attempts + 1,
      }),
      told: ({ ok, status, error }) => ({
        'pochi.outcome': ok ? 'delivered' : (error ?? 'failed'),
        ...(status !== null && { 'http.response.status_code': status }),
      }),
    },
    work,
  );

/** Sends it. Throws only where nothing is known of the receiver: the job is then done again. */
async function attempt(
  { outbound, sealer, metrics, log, ...sources }: DelivererParts,
  ledgerId: bigint,
  due: DueDelivery,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = JSON.stringify(await payloadOf(sources, ledgerId, due));
  const at = new Date();
  const began = performance.now();
  const outcome = (rest: Pick<Outcome, 'status' | 'error' | 'excerpt' | 'ok' | 'notBefore'>): Outcome => {
    const durationMs = Math.round(performance.now() - began);
    metrics.duration.observe(durationMs / 1000);
    return { at, durationMs, ...rest };
  };
  const secrets = secretsOf(sealer, ledgerId, due);
  if (!secrets) {
    log.error({ webhook: due.webhookId }, 'the secret of a webhook was encrypted under another SECRETS_KEY');
    return outcome({ status: null, error: 'SECRET_UNREADABLE', excerpt: null, ok: false, notBefore: null });
  }
  try {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Pochi-Webhooks',
      ...signedHeaders(due.eventId, body, secrets, at),
    };
    const { status, body: answer, retryAfter } = await outbound.post({ url: due.url, headers, body, signal });
    const ok = status >= 200 && status < 300;
    const excerpt = hasCardNumber(answer) ? '[a card number was taken out]' : answer;
    return outcome({ status, error: null, excerpt, ok, notBefore: retryAfter });
  } catch (error) {
    if (!(error instanceof OutboundError) || error.reason === 'CANCELLED') throw error;
    return outcome({ status: error.status, error: error.reason, excerpt: null, ok: false, notBefore: null });
  }
}

/** Null where they were encrypted under another key: a rotation gives it secrets that can be read. */
function secretsOf(sealer: Sealer, ledgerId: bigint, { secrets, webhookId }: DueDelivery): string[] | null {
  try {
    return secrets.map((sealed) => sealer.open(sealed, sealedFor(ledgerId, webhookId)));
  } catch {
    return null;
  }
}

const resting = (): Outcome => ({
  at: new Date(),
  durationMs: 0,
  status: null,
  error: 'RESTING',
  excerpt: null,
  ok: false,
  notBefore: null,
});

async function settle(parts: DelivererParts, ledgerId: bigint, due: DueDelivery, outcome: Outcome): Promise<void> {
  const { database, metrics, retries } = parts;
  const { id, webhookId } = due;
  if (outcome.ok) {
    metrics.deliveries.inc({ outcome: 'delivered' });
    await recordAttempt(database, ledgerId, due, outcome, 'delivered', null);
    if (due.failing) await webhookWorks(database, ledgerId, webhookId);
    return;
  }
  const isTest = due.eventType === TEST_EVENT;
  const next = isTest || outcome.status === GONE ? null : nextAttempt(retries, due.tries, outcome.notBefore);
  const state = next === null ? 'dead' : 'pending';
  metrics.deliveries.inc({ outcome: state === 'dead' ? 'dead' : 'failed' });
  await inTransaction(database, async (client) => {
    const recorded = await recordAttempt(client, ledgerId, due, outcome, state, next);
    if (!recorded || next === null) return;
    await addJobs(client, [deliverJob({ ledgerId, id, webhookId, attempts: due.attempts + 1 }, next)]);
  });
  if (!isTest) await disableWhereHopeless(parts, ledgerId, webhookId, outcome.status === GONE);
}

async function disableWhereHopeless(
  { database, disableAfterS, metrics, log }: DelivererParts,
  ledgerId: bigint,
  webhookId: string,
  gone: boolean,
): Promise<void> {
  const disabled = await webhookFails(database, ledgerId, webhookId, gone ? 0 : disableAfterS);
  if (!disabled) return;
  metrics.disabled.inc();
  log.warn(
    { ledger: ledgerId.toString(), webhook: webhookId },
    gone ? 'a webhook was disabled: its receiver is gone' : 'a webhook was disabled: nothing has arrived for too long',
  );
}
