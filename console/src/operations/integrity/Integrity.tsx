import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, Play, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { online } from '../../api/online.ts';
import { can } from '../../session/session.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeAgo } from '../../ui/TimeAgo.tsx';
import { Checks } from './Checks.tsx';
import styles from './Integrity.module.css';
import { integrityQuery, type Standing } from './query.ts';

/** Whether the books agree with themselves, and how that is known. */
export default function Integrity() {
  const t = useTranslations('operations.integrity');
  const { data, error, refetch } = useQuery(integrityQuery);
  const run = useRun();
  // What was known before an error is shown as long as it lasts, with its age.
  const isBusy = run.isPending || (data?.running ?? null) !== null;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        actions={
          <Button
            tone="primary"
            icon={<Play size={18} aria-hidden />}
            busy={isBusy}
            onClick={() => run.mutate()}
            reason={can('integrityRun') ? undefined : t('notYours')}
          >
            {isBusy ? t('running') : t('run')}
          </Button>
        }
      />
      {run.error && <ErrorState error={run.error} onRetry={() => run.mutate()} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div aria-busy="true">
          <Skeleton shape="card" />
          <Skeleton shape="row" count={6} />
        </div>
      )}
      {data && <Shown standing={error ? { ...data, status: 'unknown' } : data} />}
    </>
  );
}

function useRun() {
  const t = useTranslations('operations.integrity');
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => online.POST('/api/v1/integrity/run'),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: integrityQuery.queryKey });
      const standing = client.getQueryData(integrityQuery.queryKey);
      if (standing && !standing.running) announce(t(`status.${standing.status}`));
    },
  });
}

const LOOKS = { ok: CircleCheck, violated: TriangleAlert, unknown: CircleHelp };

function Shown({ standing }: { standing: Standing }) {
  const t = useTranslations('operations.integrity');
  const { status, stale, last_run: last, failed_run: failed } = standing;
  const Icon = LOOKS[status];
  return (
    <div className={styles.screen}>
      <section className={styles.standing} data-status={status} aria-label={t('standing')}>
        <Icon size={32} aria-hidden />
        <div>
          <p className={styles.status}>{t(`status.${status}`)}</p>
          <p className={styles.detail}>
            {last === null ? (
              t('never')
            ) : (
              <>
                {stale ? t('staleRun') : t('lastRun')} <TimeAgo at={last.finished_at ?? last.started_at} />
                {' · '}
                {t('by', { who: last.started_by })}
                {last.height !== undefined &&
                  ` · ${t('upTo', { height: last.height, operations: last.operations ?? 0 })}`}
              </>
            )}
          </p>
        </div>
      </section>
      {failed && (
        <Banner tone="warn">
          {t('failedRun')} <TimeAgo at={failed.finished_at ?? failed.started_at} />
          {failed.failure !== undefined && `: ${failed.failure}`}
        </Banner>
      )}
      {last?.checks && <Checks checks={last.checks} isStale={status === 'unknown'} />}
    </div>
  );
}
