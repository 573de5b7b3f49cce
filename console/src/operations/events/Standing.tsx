import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import styles from './Deliveries.module.css';
import { deliveriesQuery } from './queries.ts';

/** As many as one page may have: more than that is "200+". */
const MOST = 200;

/** How far a webhook is behind: what waits, since when, and what was given up. */
export function Standing({ webhook }: { webhook: string }) {
  const t = useTranslations('operations.events');
  const names = useTranslations('operations.delivery');
  const pending = useQuery(deliveriesQuery(webhook, 'pending', undefined, MOST)).data;
  const dead = useQuery(deliveriesQuery(webhook, 'dead', undefined, MOST)).data;
  if (!pending || !dead) return null;
  const count = ({ deliveries, next }: typeof pending) => `${deliveries.length}${next === null ? '' : '+'}`;
  const oldest = pending.deliveries.at(-1);
  return (
    <dl className={styles.standing}>
      <div>
        <dt>{names('pending')}</dt>
        <dd>{count(pending)}</dd>
      </div>
      <div>
        <dt>{t('lag')}</dt>
        <dd>{oldest ? <TimeAgo at={oldest.created_at} /> : t('noLag')}</dd>
      </div>
      <div>
        <dt>{names('dead')}</dt>
        <dd>{count(dead)}</dd>
      </div>
    </dl>
  );
}
