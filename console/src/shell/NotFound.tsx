import { Compass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <EmptyState icon={<Compass size={28} aria-hidden />} title={t('title')} action={<a href="/">{t('action')}</a>} />
  );
}
