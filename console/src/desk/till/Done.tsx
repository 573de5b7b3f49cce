import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Clock3 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/Button.tsx';
import { KeyValue, type KeyValueProps } from '../../ui/KeyValue.tsx';
import styles from './Till.module.css';
import type { Outcome } from './write.ts';

export interface DoneProps {
  readonly outcome: Outcome;
  /** What was done, where the service has confirmed it. */
  readonly title: string;
  readonly rows: KeyValueProps['rows'];
  /** Further ways on, such as the receipt. */
  readonly actions?: ReactNode;
}

/** How a deed ended, by the service's own figures; Enter goes on to the next customer. */
export function Done({ outcome, title, rows, actions }: DoneProps) {
  const t = useTranslations('desk.done');
  const navigate = useNavigate();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <section className={styles.done} aria-label={t('label')}>
      <div role="status">
        <h2 className={styles.title} data-state={outcome.state}>
          {outcome.state === 'done' ? <CircleCheck size={24} aria-hidden /> : <Clock3 size={24} aria-hidden />}
          {outcome.state === 'done' ? title : t('waiting')}
        </h2>
      </div>
      {outcome.state === 'waiting' && (
        <p>
          {t(`reason.${outcome.reason}`)}{' '}
          <span className={styles.reference}>{t('reference', { reference: outcome.deviceReference })}</span>
        </p>
      )}
      <KeyValue rows={rows} />
      <div className={styles.buttons}>
        <Button ref={next} tone="primary" onClick={() => void navigate({ to: '/desk', search: {} })}>
          {t('next')}
        </Button>
        {actions}
      </div>
    </section>
  );
}
