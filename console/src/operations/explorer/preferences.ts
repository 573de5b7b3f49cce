/** How one person likes the ledger explorer on this device: columns, density, saved views. Nothing of it is anybody's data. */
import { sessionStore, storeName } from '../../session/session.ts';
import type { Session } from '../../session/token.ts';
import { createStore, type Store } from '../../store.ts';
import type { ExplorerSearch } from './search.ts';

export const COLUMNS = [
  'occurred',
  'recorded',
  'reference',
  'type',
  'status',
  'customer',
  'account',
  'debit',
  'credit',
  'balance',
  'currency',
  'store',
  'actor',
  'operation',
  'transaction',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export interface SavedView {
  readonly name: string;
  readonly search: ExplorerSearch;
}

export interface Preferences {
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  readonly isDense: boolean;
  readonly views: readonly SavedView[];
}

export const DEFAULTS: Preferences = {
  order: COLUMNS,
  hidden: ['recorded', 'status', 'operation', 'store'],
  isDense: true,
  views: [],
};

const stores = new Map<string, Store<Preferences>>();

/** The preferences of whoever is signed in. */
export function preferencesStore(): Store<Preferences> {
  const name = storeName('explorer', sessionStore.get().session as Session);
  const known = stores.get(name);
  if (known) return known;
  const store = createStore(read(name));
  store.subscribe(() => keep(name, store.get()));
  stores.set(name, store);
  return store;
}

function read(name: string): Preferences {
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(name) ?? '{}');
    const known = (ids: readonly ColumnId[] | undefined) => ids?.filter((id) => COLUMNS.includes(id));
    const order = known(kept.order) ?? [];
    return {
      // A column that came later stands at the end.
      order: order.length === 0 ? COLUMNS : [...order, ...COLUMNS.filter((id) => !order.includes(id))],
      hidden: known(kept.hidden) ?? DEFAULTS.hidden,
      isDense: kept.isDense ?? DEFAULTS.isDense,
      views: kept.views ?? [],
    };
  } catch {
    return DEFAULTS;
  }
}

function keep(name: string, preferences: Preferences): void {
  try {
    localStorage.setItem(name, JSON.stringify(preferences));
  } catch {}
}
