import { LoaderCircle } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'wide';
  readonly icon?: ReactNode;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Why it can't be used now: shown below, and read with the button. It stays focusable. */
  readonly reason?: string | undefined;
  readonly busy?: boolean;
  readonly onClick?: () => void;
  readonly shortcut?: string;
  readonly id?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  tone = 'plain',
  size = 'normal',
  icon,
  type = 'button',
  disabled = false,
  reason,
  busy = false,
  onClick,
  shortcut,
  ...rest
}: ButtonProps) {
  const stopped = busy || reason !== undefined;
  return (
    <button
      {...rest}
      type={stopped ? 'button' : type}
      className={styles.button}
      data-tone={tone}
      data-size={size}
      disabled={disabled}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      title={reason}
      aria-description={reason}
      onClick={stopped ? undefined : onClick}
    >
      {busy ? <LoaderCircle className={styles.spinner} size={20} aria-hidden /> : icon}
      <span>{children}</span>
    </button>
  );
}
