import type { ReactNode } from 'react';
import styles from './Gallery.module.css';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly flow?: 'row' | 'column';
}

export function Section({ title, children, flow = 'column' }: SectionProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <div className={styles.samples} data-flow={flow}>
        {children}
      </div>
    </section>
  );
}
