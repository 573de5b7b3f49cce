import { Inbox, SearchX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiError, noAnswer } from '../api/problems.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Section } from './Section.tsx';

export function Banners() {
  const t = useTranslations('gallery');
  return (
    <Section title={t('banners')}>
      <Banner action={<Button size="small">{t('icon')}</Button>}>{t('info')}</Banner>
      <Banner tone="warn" onClose={() => {}}>
        {t('warn')}
      </Banner>
      <Banner tone="danger">{t('alarm')}</Banner>
    </Section>
  );
}

export function States() {
  const t = useTranslations('gallery');
  const nothing = () => {};
  const failure = new ApiError({
    status: 500,
    code: 'INTERNAL',
    message: t('alarm'),
    requestId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  });
  return (
    <Section title={t('states')}>
      <EmptyState icon={<Inbox size={28} aria-hidden />} title={t('nothing')}>
        {t('nothingHint')}
      </EmptyState>
      <EmptyState
        icon={<SearchX size={28} aria-hidden />}
        title={t('noMatches')}
        action={<Button>{t('clear')}</Button>}
      />
      <ErrorState error={failure} onRetry={nothing} />
      <ErrorState error={noAnswer(null)} onRetry={nothing} />
      <h3>{t('skeletons')}</h3>
      <Skeleton shape="title" />
      <Skeleton shape="line" count={3} />
      <Skeleton shape="row" count={3} />
      <Skeleton shape="card" />
    </Section>
  );
}
