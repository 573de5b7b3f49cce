import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { RotateCcw, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { online } from '../../api/online.ts';
import { useRowKeys } from '../../desk/customer/useRowKeys.ts';
import { can } from '../../session/session.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { Confirm } from '../Confirm.tsx';
import { Pager } from '../Pager.tsx';
import styles from './Deliveries.module.css';
import { DeliverySheet } from './DeliverySheet.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { type Delivery, deliveriesQuery, type Webhook, webhooksQuery } from './queries.ts';
import { Standing } from './Standing.tsx';
import { type DeliveryStateName, type EventsSearch, STATES } from './search.ts';

/** The deliveries of one webhook. */
export function Deliveries() {
  const t = useTranslations('operations.events');
  const search = useSearch({ from: '/shell/operations/events' });
  const navigate = useNavigate();
  const { data: webhooks, error, refetch } = useQuery(webhooksQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!webhooks) {
    return (
      <div aria-busy="true">
        <Skeleton shape="row" count={6} />
      </div>
    );
  }
  const webhook = webhooks.find(({ webhook_id: id }) => id === search.webhook) ?? webhooks[0];
  if (!webhook) {
    return (
      <EmptyState icon={<WebhookIcon size={28} aria-hidden />} title={t('noWebhooks')}>
        {t('noWebhooksHint')}
      </EmptyState>
    );
  }
  const go = (next: EventsSearch) => void navigate({ to: '/operations/events', search: next });
  return (
    <div className={styles.screen}>
      <SelectField
        label={t('webhook')}
        value={webhook.webhook_id}
        onChange={({ target }) => go({ webhook: target.value })}
        options={webhooks.map(({ webhook_id: value, url }) => ({ value, label: url }))}
      />
      {webhook.status !== 'active' && <Banner tone="warn">{t(`webhookStatus.${webhook.status as 'paused'}`)}</Banner>}
      {webhook.failing_since !== null && (
        <Banner tone="danger">
          {t('failingSince')} <TimeAgo at={webhook.failing_since} />
        </Banner>
      )}
      <Standing webhook={webhook.webhook_id} />
      <List webhook={webhook} search={search} go={go} />
    </div>
  );
}

interface ListProps {
  readonly webhook: Webhook;
  readonly search: EventsSearch;
  readonly go: (search: EventsSearch) => void;
}

function List({ webhook, search, go }: ListProps) {
  const t = useTranslations('operations.events');
  const names = useTranslations('operations.delivery');
  const client = useQueryClient();
  const [retrying, setRetrying] = useState(false);
  const { state } = search;
  const id = webhook.webhook_id;
  const choose = (next: DeliveryStateName | undefined) => go({ webhook: id, state: next });
  return (
    <>
      <div className={styles.bar}>
        <fieldset className={styles.states} aria-label={t('state')}>
          <ToggleChip label={t('all')} pressed={state === undefined} onChange={() => choose(undefined)} />
          {STATES.map((one) => (
            <ToggleChip key={one} label={names(one)} pressed={state === one} onChange={() => choose(one)} />
          ))}
        </fieldset>
        {can('webhookDeliveryRedeliverDead') && (
          <Button size="small" icon={<RotateCcw size={18} aria-hidden />} onClick={() => setRetrying(true)}>
            {t('retryDead')}
          </Button>
        )}
      </div>
      <Rows webhook={id} search={search} go={go} />
      {retrying && (
        <Confirm
          title={t('retryDead')}
          text={t('retryDeadText', { url: webhook.url })}
          action={t('retryDeadAction')}
          onConfirm={() =>
            online.POST('/api/v1/webhooks/{webhook_id}/deliveries/redeliver', { params: { path: { webhook_id: id } } })
          }
          onClose={() => {
            setRetrying(false);
            void client.invalidateQueries({ queryKey: ['webhooks'] });
          }}
        />
      )}
    </>
  );
}

const rowKey = ({ delivery_id }: Delivery): string => delivery_id;

function Rows({ webhook, search, go }: { webhook: string } & Omit<ListProps, 'webhook'>) {
  const t = useTranslations('operations.events');
  const columns = useColumns();
  const { data, error, refetch } = useQuery(deliveriesQuery(webhook, search.state, search.after));
  const rows = data?.deliveries ?? [];
  const open = (row: Delivery) => go({ ...search, webhook, delivery: row.delivery_id });
  const current = useRowKeys(rows, rowKey, open);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div aria-busy="true">
        <Skeleton shape="row" count={6} />
      </div>
    );
  }
  return (
    <>
      {error && <Banner tone="warn">{t('stale')}</Banner>}
      <DataTable
        caption={t('tabs.deliveries')}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        onOpen={open}
        current={current}
        size="dense"
        empty={
          search.state === undefined ? (
            <EmptyState title={t('noDeliveries')}>{t('noDeliveriesHint')}</EmptyState>
          ) : (
            <EmptyState title={t('noMatch')} action={<Button onClick={() => go({ webhook })}>{t('clear')}</Button>} />
          )
        }
      />
      <Pager
        onFirst={search.after === undefined ? undefined : () => go({ ...search, after: undefined })}
        onOlder={data.next === null ? undefined : () => go({ ...search, webhook, after: data.next ?? undefined })}
      />
      {search.delivery !== undefined && (
        <DeliverySheet
          webhook={webhook}
          delivery={search.delivery}
          onClose={() => go({ ...search, delivery: undefined })}
        />
      )}
    </>
  );
}

function useColumns(): Column<Delivery>[] {
  const t = useTranslations('operations.events');
  return [
    { id: 'type', header: t('event'), cell: ({ event_type: type }) => type },
    { id: 'state', header: t('state'), cell: ({ state }) => <DeliveryState state={state as 'pending'} /> },
    { id: 'attempts', header: t('attempts'), align: 'end', cell: ({ attempts }) => attempts, wideOnly: true },
    { id: 'answer', header: t('answer'), cell: (row) => row.last_status ?? row.last_error, wideOnly: true },
    { id: 'created', header: t('created'), cell: (row) => <TimeAgo at={row.created_at} />, wideOnly: true },
    {
      id: 'next',
      header: t('nextAttempt'),
      cell: ({ next_attempt_at: next }) => (next === null ? null : <TimeAgo at={next} />),
      wideOnly: true,
    },
  ];
}
