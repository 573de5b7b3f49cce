import { Link } from '@tanstack/react-router';
import { CircleCheck, Clock3, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { pendingWrites } from '../session/pending-writes.ts';
import { useStore } from '../store.ts';
import { useOnline } from './online.ts';
import styles from './SyncPill.module.css';

/** Whether all that was done here has reached the service; always in sight, and the way to the outbox. */
export function SyncPill() {
  const { tone, icon, label } = useSyncState();
  return (
    <Link to="/outbox" className={styles.pill} data-tone={tone}>
      {icon}
      <span className={styles.label} role="status">
        {label}
      </span>
    </Link>
  );
}

function useSyncState() {
  const t = useTranslations('shell.sync');
  const { waiting, sending, attention } = useStore(pendingWrites);
  const online = useOnline();
  const count = waiting + sending;
  if (attention > 0) {
    const label = t('attention', { count: attention });
    return { tone: 'danger', icon: <TriangleAlert size={18} aria-hidden />, label };
  }
  if (!online) {
    const label = count > 0 ? t('offlineWaiting', { count }) : t('offline');
    return { tone: 'warn', icon: <CloudOff size={18} aria-hidden />, label };
  }
  if (sending > 0)
    return { tone: 'plain', icon: <LoaderCircle size={18} aria-hidden />, label: t('sending', { count }) };
  if (waiting > 0) return { tone: 'warn', icon: <Clock3 size={18} aria-hidden />, label: t('waiting', { count }) };
  return { tone: 'plain', icon: <CircleCheck size={18} aria-hidden />, label: t('synced') };
}
