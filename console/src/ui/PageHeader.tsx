import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './IconButton.tsx';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly onBack?: () => void;
}

/** The heading of a screen; also the title of the tab. */
export function PageHeader({ title, subtitle, actions, onBack }: PageHeaderProps) {
  const t = useTranslations('shell');
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
  }, [title, t]);
  return (
    <header className={styles.header}>
      {onBack && <IconButton label={t('back')} icon={<ArrowLeft size={20} aria-hidden />} onClick={onBack} />}
      <div className={styles.text}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
