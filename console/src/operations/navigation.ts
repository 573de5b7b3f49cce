import { BookOpenText } from 'lucide-react';
import type { Place } from '../shell/navigation.ts';

export const operationsPlaces: readonly Place[] = [
  {
    to: '/operations',
    name: 'operations',
    icon: BookOpenText,
    key: 'l',
    roles: ['staff', 'supervisor', 'auditor', 'admin'],
  },
];
