import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export interface TagProps {
  readonly icon: LucideIcon;
  readonly tone: 'good' | 'warn' | 'danger' | 'plain';
  readonly children: ReactNode;
}

/** The state of a part of the system, in words and with a sign. `Chip` is for what customers have. */
export function Tag({ icon: Icon, tone, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      <Icon size={14} strokeWidth={2.5} aria-hidden />
      {children}
    </span>
  );
}
