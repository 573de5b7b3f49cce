import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/Banner.tsx';
import { integrityQuery } from './query.ts';

/** Books that do not agree concern everyone who works with them, whatever the screen. */
export default function IntegrityBanner() {
  const t = useTranslations('shell.integrity');
  const { data } = useQuery(integrityQuery);
  if (data?.status !== 'violated') return null;
  return (
    <Banner tone="danger" action={<Link to="/operations/integrity">{t('action')}</Link>}>
      {t('text')}
    </Banner>
  );
}
