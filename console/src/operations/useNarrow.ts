import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 599px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether this is a phone's width: lists take the place of wide tables. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
