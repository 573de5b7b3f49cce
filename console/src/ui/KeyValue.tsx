import type { ReactNode } from 'react';
import styles from './KeyValue.module.css';

export interface KeyValueProps {
  readonly rows: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Facts about one thing, a line each. */
export function KeyValue({ rows }: KeyValueProps) {
  return (
    <dl className={styles.list}>
      {rows.map(({ label, value }) => (
        <div key={label} className={styles.row}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
