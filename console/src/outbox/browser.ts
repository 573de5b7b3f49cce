/** The surroundings of a real page. */
import { OutboxError } from './errors.ts';
import type { Bearer, Notice, Surroundings } from './surroundings.ts';

export interface PageParts {
  readonly fetch: Surroundings['fetch'];
  /** The token in hand; null where nobody is signed in. */
  readonly bearer: () => Bearer | null;
  readonly language: () => string;
}

/** Throws UNSUPPORTED where the browser lacks Web Locks, as it does for pages from an insecure address. */
export function pageSurroundings({ fetch, bearer, language }: PageParts): Surroundings {
  // Without them two tabs would send at once.
  if (!('locks' in navigator)) throw new OutboxError('UNSUPPORTED');
  return {
    fetch,
    bearer,
    language,
    locks: navigator.locks,
    openChannel(name, hear) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<Notice>) => hear(data);
      return { post: (notice) => channel.postMessage(notice), close: () => channel.close() };
    },
    online: () => navigator.onLine,
    onOnline(back) {
      addEventListener('online', back);
      return () => removeEventListener('online', back);
    },
    newId: () => crypto.randomUUID(),
    random: Math.random,
    wall: Date.now,
    monotonic: () => performance.now(),
    sleep,
  };
}

/** Resolves after so many milliseconds, or at once when the signal says so. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

let isAsked = false;

/** Asks the browser, once a page, not to clear what is queued when room gets short. It may say no. */
export function keepStorage(): void {
  if (isAsked) return;
  isAsked = true;
  void navigator.storage?.persist?.();
}
