import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { can, useSessionExpired } from '../session/session.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useOnline } from './online.ts';
import { queueProblem } from './queue-problem.ts';
import { reloadForUpdate, updateReady } from './update.ts';

const IntegrityBanner = lazy(() => import('../operations/integrity/IntegrityBanner.tsx'));

/** What everyone at this console has to know, whatever the screen. */
export function Banners() {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const here = useRouterState({ select: ({ location }) => location.href });
  const expired = useSessionExpired();
  const online = useOnline();
  const update = useStore(updateReady);
  const broken = useStore(queueProblem) !== null;
  return (
    <>
      {expired && (
        <Banner
          tone="danger"
          action={
            <Button size="small" onClick={() => void navigate({ to: '/sign-in', search: { to: here } })}>
              {t('expired.action')}
            </Button>
          }
        >
          {t('expired.text')}
        </Banner>
      )}
      {broken && <Banner tone="danger">{t('queueProblem')}</Banner>}
      {!online && <Banner tone="warn">{t('offlineBanner')}</Banner>}
      {update && (
        <Banner
          action={
            <Button size="small" onClick={reloadForUpdate}>
              {t('update.action')}
            </Button>
          }
        >
          {t('update.text')}
        </Banner>
      )}
      {can('integrityRead') && (
        <Suspense>
          <IntegrityBanner />
        </Suspense>
      )}
    </>
  );
}
