import type { ReactNode } from 'react';
import styles from './CardGrid.module.css';

/** Cards side by side as far as there is room. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}
