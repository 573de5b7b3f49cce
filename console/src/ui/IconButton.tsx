import type { ReactNode, Ref } from 'react';
import styles from './IconButton.module.css';

export interface IconButtonProps {
  /** What it does: its accessible name and its tip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick?: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon. Further attributes are let through: menus hang theirs on it. */
export function IconButton({ label, icon, pressed, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" className={styles.button} aria-label={label} title={label} aria-pressed={pressed}>
      {icon}
    </button>
  );
}
