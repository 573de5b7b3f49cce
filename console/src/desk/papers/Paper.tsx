import { type ReactNode, useRef } from 'react';
import styles from './Paper.module.css';
import { usePageSize } from './usePageSize.ts';
import type { Width } from './widths.ts';

export interface PaperProps {
  readonly width: Width;
  /** What lies there, for those who hear it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A paper as it comes out of the printer: black on white whatever the theme, and alone on the printed page. */
export function Paper({ width, label, children }: PaperProps) {
  const paper = useRef<HTMLElement>(null);
  usePageSize(paper, width);
  return (
    <article ref={paper} className={styles.paper} data-width={width} aria-label={label}>
      {children}
    </article>
  );
}

/** A line with a name at its beginning and a value at its end. */
export function Line({ name, strong = false, children }: { name: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className={styles.line} data-strong={strong || undefined}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{children}</span>
    </div>
  );
}

export function Part({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      {title !== undefined && <h3 className={styles.partTitle}>{title}</h3>}
      {children}
    </section>
  );
}
