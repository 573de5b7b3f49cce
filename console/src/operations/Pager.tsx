import { ArrowUpToLine, ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import styles from './Pager.module.css';

export interface PagerProps {
  readonly onFirst: (() => void) | undefined;
  readonly onOlder: (() => void) | undefined;
}

/** Further back, and to the newest again; where the page begins stands in the address. */
export function Pager({ onFirst, onOlder }: PagerProps) {
  const t = useTranslations('operations.pager');
  if (!onFirst && !onOlder) return null;
  return (
    <nav className={styles.pager} aria-label={t('label')}>
      {onFirst && (
        <Button icon={<ArrowUpToLine size={18} aria-hidden />} onClick={onFirst}>
          {t('newest')}
        </Button>
      )}
      {onOlder && (
        <Button icon={<ChevronDown size={18} aria-hidden />} onClick={onOlder}>
          {t('older')}
        </Button>
      )}
    </nav>
  );
}
