import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

export default function OutboxIndex() {
  const t = useTranslations('outbox');
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState icon={<CircleCheck size={28} aria-hidden />} title={t('empty')}>
        {t('emptyHint')}
      </EmptyState>
    </>
  );
}
