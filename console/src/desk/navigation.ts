import { Inbox, Store, UserPlus } from 'lucide-react';
import { OPERATION_ROLES } from '../api/access.ts';
import type { Place } from '../shell/navigation.ts';

const TILL = ['staff', 'cashier', 'supervisor', 'service', 'admin'];

export const deskPlaces: readonly Place[] = [
  { to: '/desk', name: 'desk', icon: Store, key: 'd', roles: TILL },
  {
    to: '/desk/new-customer',
    name: 'newCustomer',
    icon: UserPlus,
    key: 'n',
    roles: OPERATION_ROLES.customerCreate,
    isPart: true,
  },
  { to: '/outbox', name: 'outbox', icon: Inbox, key: 'o', roles: TILL },
];
