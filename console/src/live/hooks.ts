import { useEffect } from 'react';
import { useSession } from '../session/session.ts';
import { useStore } from '../store.ts';
import { hear, liveState } from './current.ts';

/**
 * Keeps all queries under `['customer', id]` current while the component is there. True while whatever changes is told at once;
 * false while the service can't be heard.
 */
export function useLiveCustomer(customerId: string): boolean {
  useEffect(() => hear(customerId), [customerId]);
  return useStore(liveState) === 'live';
}

/** The same for a customer's own page: all queries under `['own', subject]`. */
export function useLiveOwn(): boolean {
  return useLiveCustomer(useSession()?.subject ?? '');
}
