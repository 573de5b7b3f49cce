import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Deliveries } from './Deliveries.tsx';
import { Feed } from './Feed.tsx';
import { TABS } from './search.ts';

/** What other systems were told: by webhooks, and in the feed that they read. */
export default function Events() {
  const t = useTranslations('operations.events');
  const { tab = 'deliveries' } = useSearch({ from: '/shell/operations/events' });
  const navigate = useNavigate();
  const content = { deliveries: <Deliveries />, feed: <Feed /> };
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <Tabs
        label={t('title')}
        value={tab}
        onChange={(id) => void navigate({ to: '/operations/events', search: { tab: TABS.find((one) => one === id) } })}
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`), content: id === tab ? content[id] : null }))}
      />
    </>
  );
}
