import { useTranslations } from 'use-intl';
import { Money } from '../../ui/Money.tsx';
import type { Entry } from './queries.ts';
import styles from './Totals.module.css';
import { totalsOf } from './totals.ts';

export interface TotalsProps {
  readonly entries: readonly Entry[];
  /** Whether this is all that matches, not one page of it. */
  readonly isAll: boolean;
}

/** What the rows on the screen come to: debits and credits of each currency, never summed over currencies. */
export function Totals({ entries, isAll }: TotalsProps) {
  const t = useTranslations('operations.ledger');
  const count = entries.length;
  return (
    <section className={styles.totals} aria-label={t('totals')}>
      <p className={styles.count}>{isAll ? t('all', { count }) : t('page', { count })}</p>
      {totalsOf(entries).map(({ asset, debit, credit }) => (
        <dl key={asset.code} className={styles.total}>
          <div>
            <dt>{t('columns.debit')}</dt>
            <dd>
              <Money minor={debit} asset={asset} />
            </dd>
          </div>
          <div>
            <dt>{t('columns.credit')}</dt>
            <dd>
              <Money minor={credit} asset={asset} />
            </dd>
          </div>
        </dl>
      ))}
    </section>
  );
}
