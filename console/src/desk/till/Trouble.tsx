import { useTranslations } from 'use-intl';
import { Banner } from '../../ui/Banner.tsx';
import type { Trouble as WriteTrouble } from './write.ts';

/** Why nothing was done: what the service, the lack of a network, or this device says. */
export function Trouble({ trouble }: { trouble: WriteTrouble | null }) {
  const t = useTranslations('desk.trouble');
  if (trouble === null) return null;
  if (trouble.kind === 'notOffline') return <Banner tone="warn">{t(`offline.${trouble.reason}`)}</Banner>;
  if (trouble.kind === 'device') {
    return <Banner tone="danger">{trouble.code === 'STORAGE_FULL' ? t('storageFull') : t('device')}</Banner>;
  }
  const { message, requestId, fields } = trouble.problem;
  const about = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return (
    <Banner tone="danger">
      {[message || t('refused'), about].filter(Boolean).join(' ')}
      {requestId !== null && <div>{t('request', { id: requestId })}</div>}
    </Banner>
  );
}
