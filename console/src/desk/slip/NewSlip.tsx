import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { PackageX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { assetsQuery } from '../../api/assets.ts';
import { useCache } from '../../cache/hooks.ts';
import type { Asset } from '../../money/asset.ts';
import { useOnline } from '../../shell/online.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CustomerGate } from '../till/CustomerGate.tsx';
import { SlipForm } from './SlipForm.tsx';

/** Goods that are taken now and paid later. */
export default function NewSlip() {
  const { customerId } = useParams({ from: '/shell/desk/customers/$customerId/slip' });
  const catalogue = useCache()?.catalogue() ?? null;
  const assets = useQuery(assetsQuery).data;
  const asset: Asset | undefined = catalogue ? assets?.get(catalogue.currency) : undefined;
  const online = useOnline();
  if (asset === undefined && !online) return <NeverRead />;
  return (
    <CustomerGate id={customerId} isReady={asset !== undefined}>
      {(customer) => asset && <SlipForm customer={customer} asset={asset} catalogue={catalogue} />}
    </CustomerGate>
  );
}

/** Without a network nothing can be sold that this device has not heard of. */
function NeverRead() {
  const t = useTranslations('desk.slip');
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState icon={<PackageX size={28} aria-hidden />} title={t('neverRead')}>
        {t('neverReadHint')}
      </EmptyState>
    </>
  );
}
