import { type ReactNode, useId } from 'react';
import styles from './Switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  /** Why it can't be used now: shown below, and read with it. */
  readonly reason?: string | undefined;
  readonly busy?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off, at once: the whole line takes the tap. */
export function Switch({ label, hint, checked, reason, busy = false, onChange }: SwitchProps) {
  const id = useId();
  const stopped = busy || reason !== undefined;
  const text = reason ?? hint;
  return (
    <button
      type="button"
      role="switch"
      className={styles.switch}
      aria-checked={checked}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={text === undefined ? undefined : `${id}-text`}
      onClick={stopped ? undefined : () => onChange(!checked)}
    >
      <span className={styles.words}>
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {text !== undefined && (
          <span id={`${id}-text`} className={styles.text}>
            {text}
          </span>
        )}
      </span>
      <span className={styles.track} aria-hidden />
    </button>
  );
}
