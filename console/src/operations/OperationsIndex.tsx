import { useTranslations } from 'use-intl';
import { PageHeader } from '../ui/PageHeader.tsx';

export default function OperationsIndex() {
  const t = useTranslations('operations');
  return <PageHeader title={t('title')} subtitle={t('intro')} />;
}
