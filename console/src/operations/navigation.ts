import { Activity, BookOpenText, ChartColumn, LibraryBig, ScrollText, ShieldCheck } from 'lucide-react';
import type { Place } from '../shell/navigation.ts';

const READERS = ['staff', 'supervisor', 'auditor', 'admin'];

/** Operations is one place of the frame; its parts have keys of their own. */
export const operationsPlaces: readonly Place[] = [
  { to: '/operations', name: 'operations', icon: LibraryBig, key: 'b', roles: READERS },
  { to: '/operations/ledger', name: 'ledger', icon: BookOpenText, key: 'l', roles: READERS, isPart: true },
  { to: '/operations/audit', name: 'audit', icon: ScrollText, key: 'a', roles: READERS, isPart: true },
  { to: '/operations/integrity', name: 'integrity', icon: ShieldCheck, key: 'i', roles: READERS, isPart: true },
  { to: '/operations/events', name: 'events', icon: Activity, key: 'e', roles: READERS, isPart: true },
  { to: '/operations/flow', name: 'flow', icon: ChartColumn, key: 'm', roles: READERS, isPart: true },
];
