import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Banner.module.css';
import { IconButton } from './IconButton.tsx';

const ICONS = { info: Info, warn: TriangleAlert, danger: CircleAlert } as const;

export interface BannerProps {
  readonly tone?: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onClose?: () => void;
}

/** Something to know while working on. Danger is said at once, the others when there is a pause. */
export function Banner({ tone = 'info', children, action, onClose }: BannerProps) {
  const t = useTranslations('shell.dialog');
  const Icon = ICONS[tone];
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={20} aria-hidden />
      <div className={styles.text}>{children}</div>
      {action}
      {onClose && <IconButton label={t('close')} icon={<X size={20} aria-hidden />} onClick={onClose} />}
    </div>
  );
}
