import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { DeliveryState } from '../events/DeliveryState.tsx';
import styles from './Events.module.css';
import type { Details } from './queries.ts';

/** What others were told of it, and whether it has arrived. */
export function Events({ events }: { events: Details['events'] }) {
  const t = useTranslations('operations.transaction');
  if (events.length === 0) return <p className={styles.none}>{t('noEvents')}</p>;
  return (
    <ul className={styles.events}>
      {events.map(({ id, type, deliveries }) => (
        <li key={id}>
          <span className={styles.type}>{type}</span>
          {deliveries.length === 0 && <span className={styles.none}>{t('noDeliveries')}</span>}
          {deliveries.map((delivery) => (
            <span key={delivery.webhook_id} className={styles.delivery}>
              <DeliveryState state={delivery.state as 'pending'} />
              <Link to="/operations/events" search={{ webhook: delivery.webhook_id }}>
                {delivery.url}
              </Link>
              {t('attempts', { count: delivery.attempts })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
