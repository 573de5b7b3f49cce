/** Which of the shop's stores this till stands in: chosen once on a device, and kept there. */
import { useCache } from '../../cache/hooks.ts';
import type { Catalogue } from '../../cache/records.ts';
import { createStore, useStore } from '../../store.ts';

const KEPT_AS = 'pochi-store';

const chosen = createStore(kept());

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

export function chooseStore(store: string): void {
  chosen.set(store);
  try {
    localStorage.setItem(KEPT_AS, store);
  } catch {}
}

export interface TillStore {
  readonly store: string;
  /** All that the catalogue names. */
  readonly stores: readonly string[];
}

/** For a shop whose catalogue names no stores. */
const ONLY_STORE = 'main';

export function useTillStore(): TillStore {
  const catalogue = useCache()?.catalogue() ?? null;
  const choice = useStore(chosen);
  const stores = storesOf(catalogue);
  // A choice that the catalogue does not know any more would sell for a store that is closed.
  const store = choice !== null && (stores.length === 0 || stores.includes(choice)) ? choice : stores[0];
  return { store: store ?? ONLY_STORE, stores };
}

export function storesOf(catalogue: Catalogue | null): string[] {
  const named = catalogue?.products.flatMap(({ variants }) => variants.flatMap(({ stores }) => stores)) ?? [];
  return [...new Set(named.map(({ store }) => store))].sort();
}
