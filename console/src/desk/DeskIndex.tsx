import { Inbox } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PlaceList } from '../ui/PlaceList.tsx';

export default function DeskIndex() {
  const t = useTranslations('desk');
  const nav = useTranslations('shell.nav');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <PlaceList places={[{ to: '/outbox', label: nav('outbox'), icon: <Inbox size={20} aria-hidden /> }]} />
    </>
  );
}
