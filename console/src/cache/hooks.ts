import { useEffect, useReducer } from 'react';
import { useStore } from '../store.ts';
import type { Cache } from './cache.ts';
import { cacheStore } from './current.ts';

/** The cache of whoever is signed in; a component that uses it is drawn again whenever it changes. */
export function useCache(): Cache | null {
  const cache = useStore(cacheStore);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => cache?.subscribe(redraw), [cache]);
  return cache;
}
