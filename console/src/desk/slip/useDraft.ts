import { useEffect, useLayoutEffect, useState } from 'react';
import { cacheStore } from '../../cache/current.ts';
import { useStore } from '../../store.ts';
import { type Draft, EMPTY } from './draft.ts';

/** A customer's slip in the making; kept on the device until it is recorded, so that a reload takes nothing away. */
export function useDraft(customer: string): [Draft, (next: Draft) => void] {
  const cache = useStore(cacheStore);
  const key = `slip:${customer}`;
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const kept = (await cache?.draft(key)) as Draft | undefined;
      // Whatever was entered while it was read is newer.
      if (isCurrent && kept) setDraft((now) => now ?? kept);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [cache, key]);
  // Also what was entered before the device's store was open. Nobody sees what is not on its way to the disk.
  useLayoutEffect(() => {
    if (draft) void cache?.putDraft(key, draft.lines.length === 0 ? null : draft);
  }, [cache, key, draft]);
  return [draft ?? EMPTY, setDraft];
}
