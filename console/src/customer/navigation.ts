import { FileText, QrCode, WalletMinimal } from 'lucide-react';
import type { Place } from '../shell/navigation.ts';

export const customerPlaces: readonly Place[] = [
  { to: '/me', name: 'me', icon: WalletMinimal, key: 'w', roles: ['customer'], exact: true },
  { to: '/me/code', name: 'code', icon: QrCode, key: 'c', roles: ['customer'] },
  { to: '/me/statement', name: 'statement', icon: FileText, key: 's', roles: ['customer'] },
];
