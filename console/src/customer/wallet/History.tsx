import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { HistoryEntry } from '../../desk/customer/queries.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Money } from '../../ui/Money.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { LOCALES, useLanguage } from '../../words/store.ts';
import { historyQuery } from '../own.ts';
import { noteAction } from '../push/offered.ts';
import { useKept } from '../useKept.ts';
import type { Own } from '../useOwn.ts';
import { byDay, dayName } from './days.ts';
import { EntryIcon } from './EntryIcon.tsx';
import styles from './History.module.css';

/** Whatever happened to the wallet and the debt, newest first, one currency at a time. */
export function History({ own: { id, standings } }: { own: Own }) {
  const t = useTranslations('customer.history');
  const { currency } = useSearch({ from: '/shell/me/' });
  const navigate = useNavigate();
  const shown = standings.find(({ asset }) => asset.code === currency) ?? standings[0];
  return (
    <section aria-labelledby="history">
      <div className={styles.head}>
        <h2 id="history">{t('title')}</h2>
        {standings.length > 1 && (
          <fieldset className={styles.chips} aria-label={t('currency')}>
            {standings.map(({ asset }) => (
              <ToggleChip
                key={asset.code}
                label={asset.code}
                pressed={asset === shown?.asset}
                onChange={() => void navigate({ to: '/me', search: { currency: asset.code }, replace: true })}
              />
            ))}
          </fieldset>
        )}
      </div>
      {shown && <Entries key={shown.asset.code} customer={id} asset={shown.asset} />}
    </section>
  );
}

function Entries({ customer, asset }: { customer: string; asset: Asset }) {
  const t = useTranslations('customer.history');
  const locale = LOCALES[useLanguage()];
  const history = useInfiniteQuery(historyQuery(customer, asset.code));
  const known = useKept(`history ${asset.code}`, history.data);
  if (known === undefined) {
    if (history.error) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
    return (
      <div aria-busy="true">
        <Skeleton shape="row" count={6} />
      </div>
    );
  }
  const entries = known.pages.flatMap((page) => page.entries);
  // Older entries that could not be had are another matter: what is here is as current as it was.
  const isKnownOnly = history.isLoadingError || history.isRefetchError;
  if (entries.length === 0) return <p className={styles.quiet}>{t(isKnownOnly ? 'known' : 'none')}</p>;
  return (
    <>
      {isKnownOnly && <p className={styles.quiet}>{t('known')}</p>}
      {byDay(withoutTwins(entries), ({ occurred_at }) => occurred_at).map(({ day, entries }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className={styles.day}>
            {dayName(day, locale)}
          </h3>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <Row key={entry.entry_id} entry={entry} asset={asset} />
            ))}
          </ul>
        </section>
      ))}
      {history.hasNextPage && (
        <div className={styles.more}>
          <Button
            size="small"
            busy={history.isFetchingNextPage}
            onClick={() => {
              noteAction();
              void history.fetchNextPage();
            }}
          >
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}

/** New entries move older ones to later pages, where they would be shown again. */
const withoutTwins = (entries: readonly HistoryEntry[]): HistoryEntry[] => [
  ...new Map(entries.map((entry) => [entry.entry_id, entry])).values(),
];

/** One thing that happened; it leads to its receipt. */
function Row({ entry, asset }: { entry: HistoryEntry; asset: Asset }) {
  const t = useTranslations('customer');
  const { account, direction, amount_cents, balance_after_cents, entry_type, occurred_at, source } = entry;
  const amount = minorUnits(amount_cents);
  const after = minorUnits(balance_after_cents);
  const isWallet = account === 'wallet';
  return (
    <li>
      <Link
        to="/me/receipts/$transactionId"
        params={{ transactionId: source.transaction_id }}
        className={styles.row}
        onClick={noteAction}
      >
        <EntryIcon type={entry_type} />
        <span className={styles.what}>
          <span className={styles.type}>{t(`type.${entry_type}`)}</span>
          <span className={styles.small}>
            <TimeAgo at={occurred_at} as="clock" />
            {source.slip_number !== undefined && <span className={styles.number}>{` · ${source.slip_number}`}</span>}
          </span>
        </span>
        <span className={styles.amount}>
          <Money minor={direction === 'CREDIT' ? amount : -amount} asset={asset} signs="always" />
          <span className={styles.small}>
            {isWallet ? t('history.inWallet') : t('history.owed')}{' '}
            <Money minor={isWallet ? after : -after} asset={asset} size="small" currencyHidden />
          </span>
        </span>
      </Link>
    </li>
  );
}
