/** What screens do with the outbox of whoever is signed in. They never send a write themselves. */
import { keepStorage } from './browser.ts';
import { currentOutbox } from './current.ts';
import type { Intent, UnsentIntent } from './intent.ts';
import type { OfflineContext } from './offline-rule.ts';
import { type Performed, performIn } from './perform-in.ts';

/** Does a write for somebody who waits for its outcome: see `performIn`. Throws STORAGE_FULL: then nothing was sent. */
export async function perform(intent: Intent, context?: OfflineContext): Promise<Performed> {
  keepStorage();
  return performIn(currentOutbox(), intent, context);
}

/** Saves a write and sends it when it can be; resolves when it is on the disk. Throws STORAGE_FULL. */
export async function enqueue(intent: Intent): Promise<UnsentIntent> {
  keepStorage();
  return currentOutbox().enqueue(intent);
}

export const retry = (id: string): Promise<void> => currentOutbox().retry(id);
export const resendAs = (id: string, intent: Intent): Promise<UnsentIntent> => currentOutbox().resendAs(id, intent);
export const discard = (id: string, by: string, reason: string): Promise<void> =>
  currentOutbox().discard(id, by, reason);
export const exportQueue = (): Promise<string> => currentOutbox().exportQueue();
