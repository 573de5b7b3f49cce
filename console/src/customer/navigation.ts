import { WalletMinimal } from 'lucide-react';
import type { Place } from '../shell/navigation.ts';

export const customerPlaces: readonly Place[] = [
  { to: '/me', name: 'me', icon: WalletMinimal, key: 'w', roles: ['customer'] },
];
