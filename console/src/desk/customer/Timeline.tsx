import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../api/problems.ts';
import { type Asset, minorUnits } from '../../money/asset.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Money } from '../../ui/Money.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import styles from './Customer.module.css';
import { entryCountQuery, type HistoryEntry, timelineQuery } from './queries.ts';
import { type Customer, useStandings } from './useCustomer.ts';
import { useRowKeys } from './useRowKeys.ts';

/** Whatever happened to a customer's wallet and debt, newest first, one currency at a time. */
export function Timeline({ customer }: { customer: Customer }) {
  const t = useTranslations('desk.timeline');
  const { currency } = useSearch({ from: '/shell/desk/customers/$customerId' });
  const navigate = useNavigate();
  const standings = useStandings(customer.account);
  const shown = standings.find(({ asset }) => asset.code === currency) ?? standings[0];
  const customerId = customer.person.id;
  return (
    <section className={styles.section} aria-labelledby="timeline">
      <div className={styles.head}>
        <h2 id="timeline">{t('title')}</h2>
        {standings.length > 1 && (
          <fieldset className={styles.chips} aria-label={t('currency')}>
            {standings.map(({ asset }) => (
              <ToggleChip
                key={asset.code}
                label={asset.code}
                pressed={asset === shown?.asset}
                onChange={() =>
                  void navigate({
                    to: '/desk/customers/$customerId',
                    params: { customerId },
                    search: { currency: asset.code },
                    replace: true,
                  })
                }
              />
            ))}
          </fieldset>
        )}
      </div>
      {shown && <Entries key={shown.asset.code} customerId={customerId} asset={shown.asset} />}
    </section>
  );
}

function Entries({ customerId, asset }: { customerId: string; asset: Asset }) {
  const t = useTranslations('desk.timeline');
  const navigate = useNavigate();
  const columns = useColumns(asset);
  const timeline = useInfiniteQuery(timelineQuery(customerId, asset.code));
  const count = useQuery(entryCountQuery(customerId, asset.code)).data;
  const rows = entriesOf(timeline.data?.pages.flatMap(({ entries }) => entries) ?? []);
  const open = ({ source }: HistoryEntry) =>
    void navigate({
      to: '/desk/customers/$customerId',
      params: { customerId },
      search: { currency: asset.code, sheet: 'entry', of: source.transaction_id },
    });
  const current = useRowKeys(rows, ({ entry_id }) => entry_id, open);

  if (timeline.isPending) return <Skeleton shape="row" count={5} />;
  // Nobody has an account before something happened.
  const isNew = timeline.error instanceof ApiError && timeline.error.code === 'CUSTOMER_ACCOUNT_NOT_FOUND';
  if (timeline.error && !isNew) return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;

  const known = timeline.data?.pages[0]?.pagination.total_entries ?? 0;
  const news = count === undefined ? 0 : count - known;
  return (
    <>
      {news > 0 && (
        <div className={styles.more} role="status">
          <Button size="small" icon={<ArrowUp size={18} aria-hidden />} onClick={() => void timeline.refetch()}>
            {t('news', { count: news })}
          </Button>
        </div>
      )}
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ entry_id }) => entry_id}
        onOpen={open}
        current={current}
        empty={<p className={styles.quiet}>{t('none')}</p>}
      />
      {timeline.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
}

/** New entries move older ones to later pages, where they would be shown again. */
const entriesOf = (entries: readonly HistoryEntry[]): HistoryEntry[] => [
  ...new Map(entries.map((entry) => [entry.entry_id, entry])).values(),
];

function useColumns(asset: Asset): readonly Column<HistoryEntry>[] {
  const t = useTranslations('desk.timeline');
  return [
    {
      id: 'what',
      header: t('what'),
      cell: ({ entry_type, occurred_at, source: { slip_number, store_id } }) => (
        <span className={styles.stack}>
          {t(`type.${entry_type as 'PAYMENT'}`)}
          <span className={styles.small}>{slip_number ?? store_id ?? ''}</span>
          <span className={styles.phoneOnly}>
            <TimeAgo at={occurred_at} />
          </span>
        </span>
      ),
    },
    { id: 'when', header: t('when'), cell: ({ occurred_at }) => <TimeAgo at={occurred_at} />, wideOnly: true },
    {
      id: 'amount',
      header: t('amount'),
      align: 'end',
      cell: (entry) => (
        <span className={styles.stack}>
          <Money minor={amountOf(entry)} asset={asset} signs="always" />
          <span className={styles.phoneOnly}>
            <After entry={entry} asset={asset} />
          </span>
        </span>
      ),
    },
    {
      id: 'after',
      header: t('after'),
      align: 'end',
      cell: (entry) => <After entry={entry} asset={asset} />,
      wideOnly: true,
    },
  ];
}

const amountOf = ({ direction, amount_cents }: HistoryEntry): bigint =>
  direction === 'CREDIT' ? minorUnits(amount_cents) : -minorUnits(amount_cents);

/** What the wallet held, or what was owed, behind an entry. */
function After({ entry: { account, balance_after_cents }, asset }: { entry: HistoryEntry; asset: Asset }) {
  const t = useTranslations('desk.timeline');
  const held = minorUnits(balance_after_cents);
  const isWallet = account === 'wallet';
  return (
    <span className={styles.after}>
      <span className={styles.small}>{isWallet ? t('inWallet') : t('owed')}</span>{' '}
      <Money minor={isWallet ? held : -held} asset={asset} size="small" />
    </span>
  );
}
