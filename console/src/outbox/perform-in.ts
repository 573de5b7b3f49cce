/** A write by somebody who waits for its outcome. */
import { OutboxError } from './errors.ts';
import { type Carried, type Intent, laneOf, type Problem, type UnsentIntent } from './intent.ts';
import { type OfflineContext, type OfflineReason, offlineRule } from './offline-rule.ts';
import type { Outbox } from './outbox.ts';

/** Why the outcome is not known yet. */
export type WaitingReason = 'unreachable' | 'slow' | 'signIn' | 'behindAttention';

export type Performed =
  | ({ readonly state: 'done'; readonly id: string } & Carried)
  /** It is safe in the queue. */
  | {
      readonly state: 'waiting';
      readonly id: string;
      readonly deviceReference: string;
      readonly reason: WaitingReason;
    }
  /** The service refused it; the queue does not hold it. */
  | { readonly state: 'refused'; readonly problem: Problem }
  /** It may not be done without a connection; nothing was queued. */
  | { readonly state: 'notOffline'; readonly reason: OfflineReason };

/** How long somebody is kept waiting before they are told that it is queued. */
const PATIENCE_MS = 4_000;

/**
 * Queues an intent and waits for its outcome, but not for long. `context` is what is known for `offlineRule`. Throws
 * STORAGE_FULL: then nothing was sent.
 */
export async function performIn(
  outbox: Outbox,
  intent: Intent,
  context: OfflineContext = {},
  patience = PATIENCE_MS,
): Promise<Performed> {
  if (!outbox.surroundings.online()) {
    const rule = offlineRule(intent.operation, context);
    if (!rule.allowed) return { state: 'notOffline', reason: rule.reason };
  }
  const queued = await outbox.enqueue(intent);
  try {
    return (await firstOutcome(outbox, queued, patience)) ?? (await stillWaiting(outbox, queued));
  } catch (error) {
    // Another tab has brought a newer version meanwhile: this one sees no more of it, but it is safe, and sent from there.
    if (error instanceof OutboxError && error.code === 'OUTDATED') return waiting(queued, 'slow');
    throw error;
  }
}

const waiting = ({ id, reference }: UnsentIntent, reason: WaitingReason): Performed => ({
  state: 'waiting',
  id,
  deviceReference: reference,
  reason,
});

async function stillWaiting(outbox: Outbox, queued: UnsentIntent): Promise<Performed> {
  const intent = await outbox.find(queued.id);
  const isHindered = intent !== null && intent.state !== 'done' && intent.hindrance !== null;
  return waiting(queued, isHindered ? 'unreachable' : 'slow');
}

/** Looks after each change of the queue until there is an outcome; null where patience ends first. */
async function firstOutcome(outbox: Outbox, queued: UnsentIntent, patience: number): Promise<Performed | null> {
  const enough = new AbortController();
  let changed = Promise.withResolvers<void>();
  const stop = outbox.subscribe(() => {
    changed.resolve();
    changed = Promise.withResolvers();
  });
  const tooLong = outbox.surroundings.sleep(patience, enough.signal).then(() => 'tooLong' as const);
  try {
    for (;;) {
      const next = changed.promise;
      const outcome = await outcomeNow(outbox, queued);
      if (outcome) return outcome;
      if ((await Promise.race([next, tooLong])) === 'tooLong') return await outcomeNow(outbox, queued);
    }
  } finally {
    stop();
    enough.abort();
  }
}

async function outcomeNow(outbox: Outbox, queued: UnsentIntent): Promise<Performed | null> {
  const intent = await outbox.find(queued.id);
  // Somebody was quicker, in the outbox of another tab.
  if (intent === null) throw new OutboxError('NOT_THERE');
  if (intent.state === 'done') {
    const { id, answer, replayed, transaction } = intent;
    return { state: 'done', id, answer, replayed, transaction };
  }
  if (intent.state === 'attention') {
    const problem = await outbox.withdraw(intent.id);
    return problem && { state: 'refused', problem };
  }
  if (intent.state === 'sending') return null;
  if (intent.hindrance === 'signIn' || outbox.state().needsSignIn) return waiting(queued, 'signIn');
  // Where the network is only bad, it is tried again while somebody waits.
  if (!outbox.surroundings.online()) return waiting(queued, 'unreachable');
  return isBehindAttention(outbox, intent) ? waiting(queued, 'behindAttention') : null;
}

const isBehindAttention = (outbox: Outbox, intent: UnsentIntent): boolean =>
  outbox
    .state()
    .items.some(
      (other) => other.state === 'attention' && other.sequence < intent.sequence && laneOf(other) === laneOf(intent),
    );
