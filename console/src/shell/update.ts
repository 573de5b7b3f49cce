/**
 * The worker that makes the console start without a network. A new version waits until nobody is in the middle of sending, and
 * then until someone says so: a till never reloads by itself.
 */
import { pendingWrites } from '../session/pending-writes.ts';
import { createStore } from '../store.ts';

/** Whether a new version may take over now. */
export const updateReady = createStore(false);

let waiting: ServiceWorker | null = null;

const offer = (): void => updateReady.set(waiting !== null && pendingWrites.get().sending === 0);

/** Registers the worker; to be called once the page works. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  // The first worker takes the page over without a reload; a later one only after `reloadForUpdate`.
  const hadWorker = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadWorker) location.reload();
  });
  pendingWrites.subscribe(offer);
  const registration = await navigator.serviceWorker.register('/sw.js');
  const look = () => {
    waiting = navigator.serviceWorker.controller === null ? null : registration.waiting;
    offer();
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Lets the new version take over; the page reloads as soon as it has. */
export function reloadForUpdate(): void {
  waiting?.postMessage('take-over');
}
