import { Inbox, Store } from 'lucide-react';
import type { Place } from '../shell/navigation.ts';

const TILL = ['staff', 'cashier', 'supervisor', 'service', 'admin'];

export const deskPlaces: readonly Place[] = [
  { to: '/desk', name: 'desk', icon: Store, key: 'd', roles: TILL },
  { to: '/outbox', name: 'outbox', icon: Inbox, key: 'o', roles: TILL },
];
