/** A page with nothing but an outbox, for tests that need many of them. */
import { pageSurroundings, sleep } from '../../../console/src/outbox/browser.ts';
import type { Intent, UnsentIntent } from '../../../console/src/outbox/intent.ts';
import { Outbox } from '../../../console/src/outbox/outbox.ts';
import { type Performed, performIn } from '../../../console/src/outbox/perform-in.ts';
import { noLocks } from '../../../console/src/outbox/simulation/locks.ts';

export interface Saved {
  readonly id: string;
  readonly sequence: number;
  readonly reference: string;
}

/** What a test may ask of the page. */
export interface OutboxPage {
  enqueue(intents: readonly Intent[]): Promise<Saved[]>;
  perform(intent: Intent): Promise<Performed>;
  unsent(): Promise<UnsentIntent[]>;
  settled(): Promise<string[]>;
}

declare global {
  interface Window {
    outboxPage: Promise<OutboxPage>;
  }
}

/** Backoffs are so many times shorter, or a test would be long. */
const HASTE = 20;

const query = new URLSearchParams(location.search);
const bearer = { token: query.get('token') ?? '', ledger: 'main', subject: query.get('subject') ?? '' };

async function open(): Promise<OutboxPage> {
  const page = pageSurroundings({
    fetch: (path, init) => fetch(path, init),
    bearer: () => bearer,
    language: () => 'en',
  });
  const outbox = await Outbox.open(
    { ledger: bearer.ledger, subject: bearer.subject },
    {
      ...page,
      monotonic: () => performance.now() * HASTE,
      sleep: (ms, signal) => sleep(ms / HASTE, signal),
      ...(query.has('no-lock') && { locks: noLocks }),
      ...(query.has('no-key') && { fetch: (path: string, init: RequestInit) => page.fetch(path, keyless(init)) }),
    },
  );
  return {
    async enqueue(intents) {
      const saved: Saved[] = [];
      for (const intent of intents) {
        const { id, sequence, reference } = await outbox.enqueue(intent);
        saved.push({ id, sequence, reference });
      }
      return saved;
    },
    perform: (intent) => performIn(outbox, intent, { customerKnown: true }, 60_000 * HASTE),
    unsent: () => outbox.unsent(),
    settled: async () => (await outbox.settled()).map(({ id }) => id),
  };
}

function keyless(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.delete('idempotency-key');
  return { ...init, headers };
}

window.outboxPage = open();
