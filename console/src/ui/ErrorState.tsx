import { CircleAlert, WifiOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiError, NO_ANSWER } from '../api/problems.ts';
import { Button } from './Button.tsx';
import styles from './States.module.css';

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What could not be shown, why, and the number of the request to ask about it. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTranslations('shell.error');
  const problem = error instanceof ApiError ? error : null;
  const isAway = problem?.code === NO_ANSWER;
  return (
    <div className={styles.state} role="alert">
      <div className={styles.icon} data-tone={isAway ? 'plain' : 'danger'}>
        {isAway ? <WifiOff size={28} aria-hidden /> : <CircleAlert size={28} aria-hidden />}
      </div>
      <p className={styles.title}>{isAway ? t('offline') : problem?.status === 403 ? t('forbidden') : t('title')}</p>
      <p className={styles.text}>{isAway ? t('offlineHint') : problem?.message || t('unknown')}</p>
      {problem?.requestId && <p className={styles.request}>{t('request', { id: problem.requestId })}</p>}
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
