import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock3,
  type LucideIcon,
  Snowflake,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Chip.module.css';

const STATES = {
  open: { icon: CircleDashed, tone: 'owes' },
  partPaid: { icon: CircleDot, tone: 'owes' },
  closed: { icon: CircleCheck, tone: 'wallet' },
  void: { icon: Ban, tone: 'plain' },
  reversed: { icon: Undo2, tone: 'plain' },
  waiting: { icon: Clock3, tone: 'warn' },
  attention: { icon: TriangleAlert, tone: 'danger' },
  frozen: { icon: Snowflake, tone: 'warn' },
} as const satisfies Record<string, Pick<TagProps, 'icon' | 'tone'>>;

export type ChipState = keyof typeof STATES;

/** The state of a thing, in words and with a sign: never by its colour alone. */
export function Chip({ state }: { state: ChipState }) {
  const t = useTranslations('shell.state');
  return <Tag {...STATES[state]}>{t(state)}</Tag>;
}

export interface TagProps {
  readonly icon: LucideIcon;
  readonly tone: 'wallet' | 'owes' | 'warn' | 'danger' | 'plain';
  readonly children: ReactNode;
}

/** The same for states that only one screen has. */
export function Tag({ icon: Icon, tone, children }: TagProps) {
  return (
    <span className={styles.chip} data-tone={tone}>
      <Icon size={14} strokeWidth={2.5} aria-hidden />
      {children}
    </span>
  );
}

export interface ToggleChipProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
}

/** A filter that is on or off, or an amount to take over with one tap. */
export function ToggleChip({ label, pressed, onChange }: ToggleChipProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={pressed} onClick={() => onChange(!pressed)}>
      {label}
    </button>
  );
}

/** A chip that does something at once, such as taking an amount over. */
export function ActionChip({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.toggle} onClick={onClick}>
      {label}
    </button>
  );
}
