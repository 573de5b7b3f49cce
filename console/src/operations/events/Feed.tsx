import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRowKeys } from '../../desk/customer/useRowKeys.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import styles from './Deliveries.module.css';
import { type FeedEvent, feedQuery } from './queries.ts';

const rowKey = ({ id }: FeedEvent): string => id;

/** All events in the order in which they are told, oldest first: what a system that reads the feed sees. */
export function Feed() {
  const t = useTranslations('operations.events');
  const { place } = useSearch({ from: '/shell/operations/events' });
  const navigate = useNavigate();
  const write = useTimeFormat();
  const [open, setOpen] = useState<FeedEvent | null>(null);
  const { data, error, refetch } = useQuery(feedQuery(place));
  const current = useRowKeys(data?.events ?? [], rowKey, setOpen);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true">
        <Skeleton shape="row" count={8} />
      </div>
    );
  }
  const go = (next: string | undefined) =>
    void navigate({ to: '/operations/events', search: { tab: 'feed', place: next } });
  const columns: Column<FeedEvent>[] = [
    { id: 'type', header: t('event'), cell: ({ type }) => type },
    { id: 'customer', header: t('customer'), cell: ({ customer }) => customer },
    { id: 'place', header: t('place'), cell: (event) => event.place, wideOnly: true },
    { id: 'occurred', header: t('occurred'), cell: ({ occurredAt }) => write(occurredAt), wideOnly: true },
    { id: 'recorded', header: t('recorded'), cell: ({ recordedAt }) => write(recordedAt), wideOnly: true },
  ];
  return (
    <div className={styles.screen}>
      <DataTable
        caption={t('tabs.feed')}
        columns={columns}
        rows={data.events}
        rowKey={rowKey}
        onOpen={setOpen}
        current={current}
        size="dense"
        empty={<EmptyState title={place === undefined ? t('noEvents') : t('endOfFeed')} />}
      />
      <div className={styles.states}>
        {place !== undefined && <Button onClick={() => go(undefined)}>{t('fromStart')}</Button>}
        {data.more && data.next !== null && <Button onClick={() => go(data.next ?? undefined)}>{t('later')}</Button>}
      </div>
      {open && <EventDialog event={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function EventDialog({ event, onClose }: { event: FeedEvent; onClose: () => void }) {
  const t = useTranslations('operations.events');
  const { transactionId } = event.data as { transactionId?: string };
  return (
    <Dialog open onClose={onClose} title={event.type} size="large">
      {transactionId !== undefined && (
        <Link to="/operations/transactions/$transactionId" params={{ transactionId }}>
          {t('toTransaction')}
        </Link>
      )}
      <div className={styles.side}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>{JSON.stringify(event, null, 2)}</pre>
      </div>
    </Dialog>
  );
}
