import type { ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonLinkProps {
  readonly href: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A way to another site that looks like the buttons beside it; it opens apart, and is not told where from. */
export function ButtonLink({ href, icon, children }: ButtonLinkProps) {
  return (
    <a className={styles.button} href={href} target="_blank" rel="noreferrer">
      {icon}
      <span>{children}</span>
    </a>
  );
}
