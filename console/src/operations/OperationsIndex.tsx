import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PlaceList } from '../ui/PlaceList.tsx';
import { sectionsOf } from './sections.ts';

/** What there is in operations, with a sentence each. */
export default function OperationsIndex() {
  const t = useTranslations('operations');
  const session = useSession();
  const places = sectionsOf(session?.role ?? '').map(({ to, name, icon: Icon }) => ({
    to,
    label: t(`sections.${name}`),
    text: t(`about.${name}`),
    icon: <Icon size={22} aria-hidden />,
  }));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <PlaceList places={places} />
    </>
  );
}
