import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { minorUnits } from '../../money/asset.ts';
import { Money } from '../../ui/Money.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import { StatusName, TypeName } from './cells.tsx';
import styles from './EntryList.module.css';
import { assetOf, type Entry, entryKey } from './queries.ts';

/** The entries on a phone: two lines each. */
export function EntryList({ entries, current }: { entries: readonly Entry[]; current: number }) {
  const t = useTranslations('operations.ledger');
  return (
    <ul className={styles.list} aria-label={t('entries')}>
      {entries.map((entry, index) => (
        <li key={entryKey(entry)} aria-current={index === current || undefined}>
          <EntryLines entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function EntryLines({ entry }: { entry: Entry }) {
  const t = useTranslations('operations.ledger');
  const write = useTimeFormat();
  return (
    <Link
      to="/operations/transactions/$transactionId"
      params={{ transactionId: entry.transaction_id }}
      className={styles.entry}
    >
      <span className={styles.what}>
        <TypeName entry={entry} />
        {entry.status !== 'POSTED' && (
          <>
            {' · '}
            <StatusName entry={entry} />
          </>
        )}
      </span>
      <Money minor={minorUnits(entry.amount)} asset={assetOf(entry)} />
      <span className={styles.where}>
        {[entry.account, entry.customer_id, write(entry.occurred_at)].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.side}>{t(`columns.${entry.direction === 'DEBIT' ? 'debit' : 'credit'}`)}</span>
    </Link>
  );
}
