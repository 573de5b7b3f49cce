import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from '../store.ts';
import { outboxStore } from './current.ts';
import type { QueuedIntent } from './intent.ts';
import { NO_STATE, type OutboxState } from './outbox.ts';

const nothingToStop = () => {};

/** The queue of whoever is signed in, as it changes. */
export function useOutbox(): OutboxState {
  const outbox = useStore(outboxStore);
  const subscribe = useCallback((listener: () => void) => outbox?.subscribe(listener) ?? nothingToStop, [outbox]);
  const state = () => outbox?.state() ?? NO_STATE;
  return useSyncExternalStore(subscribe, state, state);
}

/** One intent by its key, as it changes, its answer included; null until it is read, and where it is not there. */
export function useIntent(id: string): QueuedIntent | null {
  const outbox = useStore(outboxStore);
  const [intent, setIntent] = useState<QueuedIntent | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      // A tab that is out of date can't look any more; whatever it is asked to do next says so.
      const found = (await outbox?.find(id).catch(() => null)) ?? null;
      if (isCurrent) setIntent(found);
    };
    const stop = outbox?.subscribe(() => void read());
    void read();
    return () => {
      isCurrent = false;
      stop?.();
    };
  }, [outbox, id]);
  return intent;
}
