/** The parts of operations, in the order of their tabs, and who sees each: whoever may read what it shows. */
import {
  Activity,
  BookOpenText,
  ChartColumn,
  type LucideIcon,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
} from 'lucide-react';
import { type Operation, roleCan } from '../session/token.ts';

export type SectionName = 'ledger' | 'audit' | 'integrity' | 'events' | 'flow' | 'settings';

export interface Section {
  readonly to: string;
  readonly name: SectionName;
  readonly icon: LucideIcon;
  readonly reads: Operation;
}

const SECTIONS: readonly Section[] = [
  { to: '/operations/ledger', name: 'ledger', icon: BookOpenText, reads: 'entryList' },
  { to: '/operations/audit', name: 'audit', icon: ScrollText, reads: 'auditList' },
  { to: '/operations/integrity', name: 'integrity', icon: ShieldCheck, reads: 'integrityRead' },
  { to: '/operations/events', name: 'events', icon: Activity, reads: 'webhookList' },
  { to: '/operations/flow', name: 'flow', icon: ChartColumn, reads: 'flowReport' },
  { to: '/operations/settings', name: 'settings', icon: SlidersHorizontal, reads: 'approverPinSet' },
];

export const sectionsOf = (role: string): readonly Section[] => SECTIONS.filter(({ reads }) => roleCan(role, reads));
