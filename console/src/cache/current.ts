/** The cache of whoever is signed in: what screens use. */
import { can, sessionStore, storeName } from '../session/session.ts';
import { createStore } from '../store.ts';
import { Cache, type CustomerHit } from './cache.ts';
import { serviceReader } from './reader.ts';

/** Null while nobody is signed in, and until the cache is open. */
export const cacheStore = createStore<Cache | null>(null);

const REFRESH_MS = 15 * 60_000;

let openAs: string | null = null;
let stopRefreshing = () => {};
/** One change of user after the other. */
let turn = Promise.resolve();

/**
 * Follows the session for as long as the page lives: opens the cache of whoever signs in, and removes that of who signs
 * out. What goes wrong is given to `failed`; screens then ask the service alone.
 */
export function followSession(failed: (error: unknown) => void): void {
  const follow = () => {
    turn = turn.then(switchUser).catch(failed);
  };
  sessionStore.subscribe(follow);
  follow();
}

function nameOfCache(): string | null {
  const { session } = sessionStore.get();
  return session && storeName('cache', session);
}

async function switchUser(): Promise<void> {
  const name = nameOfCache();
  if (name === openAs) return;
  const before = cacheStore.get();
  openAs = name;
  cacheStore.set(null);
  stopRefreshing();
  if (before) await (name === null ? before.forget() : before.close());
  if (name === null) return;
  const cache = await Cache.open(name, serviceReader);
  cacheStore.set(cache);
  if (can('customerList')) stopRefreshing = keepFresh(cache);
}

/** Refreshes at once, every quarter of an hour, and when the network returns; gives the way to stop that. */
function keepFresh(cache: Cache): () => void {
  // Without a network what is known stays, and says as of when it is known.
  const refresh = () => void cache.refresh().catch(() => {});
  refresh();
  const timer = setInterval(refresh, REFRESH_MS);
  addEventListener('online', refresh);
  return () => {
    clearInterval(timer);
    removeEventListener('online', refresh);
  };
}

/**
 * Does something with the cache of whoever is signed in: now, or once it is open. On a slow line a screen has its first
 * answers before that. Never where they have signed out meanwhile, or where nothing can be kept here.
 */
export function onceOpen(act: (cache: Cache) => Promise<void>): void {
  const name = nameOfCache();
  const run = (cache: Cache) =>
    void act(cache).catch((error) => console.warn('an answer is not kept on this device', error));
  const cache = cacheStore.get();
  if (cache !== null) {
    run(cache);
    return;
  }
  const stop = cacheStore.subscribe(() => {
    const opened = cacheStore.get();
    if (opened === null) return;
    stop();
    if (nameOfCache() === name) run(opened);
  });
}

/** None while there is no cache. */
export const searchCustomers = (text: string): CustomerHit[] => cacheStore.get()?.searchCustomers(text) ?? [];
