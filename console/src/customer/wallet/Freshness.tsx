import { useTranslations } from 'use-intl';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import type { Own } from '../useOwn.ts';
import styles from './Freshness.module.css';

/** How old what is shown may be. */
export function Freshness({ own: { account, isKnownOnly, isLive } }: { own: Own }) {
  const t = useTranslations('customer.asOf');
  if (account === undefined) return null;
  const current = isLive && !isKnownOnly;
  return (
    <span className={styles.line} data-live={current || undefined}>
      {current ? t('live') : isKnownOnly ? t('known') : t('read')}
      {!current && <TimeAgo at={account.asOf} as={isKnownOnly ? 'full' : 'clock'} />}
    </span>
  );
}
