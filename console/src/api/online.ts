/**
 * Writes that are done at once or not at all. What changes money or a customer's account goes through the outbox, which
 * keeps it until it is sent. The rest goes this way: what is set up and administered, which nobody wants to happen later
 * behind their back, and what goes with a secret, which must not lie on this device. Whoever does such a thing sees
 * whether it is done, and does it again where it is not.
 */
import { openClient } from './client.ts';
import { ApiError } from './problems.ts';

/** The client with all its methods. Throws ApiError where it is refused, and where no answer comes. */
export const online = openClient();

/** What was written last at each place without an answer, and under which key. */
const unanswered = new Map<string, { readonly write: string; readonly key: string }>();

/**
 * Sends a write under an idempotency key of its own. Where no answer comes, the same write gets the same key when it is
 * done again, so that it happens once. Another write at the same place ends that: what it replaced is then a new wish.
 * Throws what `send` throws.
 */
export async function underKey<T>(place: string, what: unknown, send: (key: string) => Promise<T>): Promise<T> {
  const write = JSON.stringify(what);
  const last = unanswered.get(place);
  const key = last?.write === write ? last.key : crypto.randomUUID();
  unanswered.set(place, { write, key });
  try {
    const answered = await send(key);
    unanswered.delete(place);
    return answered;
  } catch (error) {
    if (!(error instanceof ApiError && error.isPassing)) unanswered.delete(place);
    throw error;
  }
}
