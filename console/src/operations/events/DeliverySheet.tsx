import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { online } from '../../api/online.ts';
import { can } from '../../session/session.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { KeyValue } from '../../ui/KeyValue.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Confirm } from '../Confirm.tsx';
import { useTimeFormat } from '../filters/useTimeFormat.ts';
import styles from './Deliveries.module.css';
import { DeliveryState } from './DeliveryState.tsx';
import { deliveryQuery } from './queries.ts';

export interface DeliverySheetProps {
  readonly webhook: string;
  readonly delivery: string;
  readonly onClose: () => void;
}

/** What was sent beside what was answered. */
export function DeliverySheet({ webhook, delivery, onClose }: DeliverySheetProps) {
  const t = useTranslations('operations.events');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(deliveryQuery(webhook, delivery));
  const [asking, setAsking] = useState(false);
  const redeliver = () =>
    online.POST('/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver', {
      params: { path: { webhook_id: webhook, delivery_id: delivery } },
    });
  if (asking) {
    return (
      <Confirm
        title={t('redeliver')}
        text={t('redeliverText')}
        action={t('redeliver')}
        onConfirm={redeliver}
        onClose={(isDone) => {
          setAsking(false);
          if (isDone) announce(t('redelivered'));
          void client.invalidateQueries({ queryKey: ['webhooks'] });
        }}
      />
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={data?.event_type ?? t('delivery')}
      actions={
        can('webhookDeliveryRedeliver') && (
          <Button icon={<RotateCcw size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('redeliver')}
          </Button>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div aria-busy="true">
          <Skeleton shape="card" count={2} />
        </div>
      )}
      {data && <Both delivery={data} />}
    </Dialog>
  );
}

type Read = Awaited<ReturnType<NonNullable<ReturnType<typeof deliveryQuery>['queryFn']>>>;

function Both({ delivery }: { delivery: Exclude<Read, symbol> }) {
  const t = useTranslations('operations.events');
  const write = useTimeFormat();
  const { last_attempt_at: last, next_attempt_at: next, duration_ms: duration, last_status: status } = delivery;
  const rows = [
    { label: t('state'), value: <DeliveryState state={delivery.state as 'pending'} /> },
    { label: t('attempts'), value: delivery.attempts },
    { label: t('lastAttempt'), value: last && write(last, 'exact') },
    { label: t('nextAttempt'), value: next && write(next, 'exact') },
    { label: t('duration'), value: duration === null ? null : t('milliseconds', { duration }) },
    { label: t('eventId'), value: delivery.event_id },
  ].filter(({ value }) => value !== null);
  const answer = [status, delivery.last_error].filter((part) => part !== null).join(' ');
  return (
    <>
      <KeyValue rows={rows} />
      <div className={styles.sides}>
        <section className={styles.side}>
          <h3>{t('sent')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>{JSON.stringify(delivery.payload, null, 2)}</pre>
        </section>
        <section className={styles.side}>
          <h3>{answer === '' ? t('answer') : t('answerOf', { answer })}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>{delivery.response_excerpt || t('noAnswer')}</pre>
        </section>
      </div>
    </>
  );
}
