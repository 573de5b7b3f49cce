/** Put into a page of the console: queues writes as the console itself does, and leaves it to the console to send them. */
import { pageSurroundings } from '../../../console/src/outbox/browser.ts';
import type { Intent } from '../../../console/src/outbox/intent.ts';
import { Outbox } from '../../../console/src/outbox/outbox.ts';

declare global {
  interface Window {
    queueHere: (subject: string, intents: readonly Intent[]) => Promise<string[]>;
  }
}

/** Whoever waits for this lock waits for ever. */
const never = { request: () => new Promise<never>(() => {}) } as unknown as LockManager;

window.queueHere = async (subject, intents) => {
  const page = pageSurroundings({ fetch, bearer: () => null, language: () => 'en' });
  const outbox = await Outbox.open({ ledger: 'main', subject }, { ...page, locks: never });
  const references: string[] = [];
  for (const intent of intents) references.push((await outbox.enqueue(intent)).reference);
  return references;
};
