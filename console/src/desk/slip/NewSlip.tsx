import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { assetsQuery } from '../../api/assets.ts';
import { useCache } from '../../cache/hooks.ts';
import type { Asset } from '../../money/asset.ts';
import { CustomerGate } from '../till/CustomerGate.tsx';
import { SlipForm } from './SlipForm.tsx';

/** Goods that are taken now and paid later. */
export default function NewSlip() {
  const { customerId } = useParams({ from: '/shell/desk/customers/$customerId/slip' });
  const catalogue = useCache()?.catalogue() ?? null;
  const assets = useQuery(assetsQuery).data;
  const asset: Asset | undefined = catalogue ? assets?.get(catalogue.currency) : undefined;
  return (
    <CustomerGate id={customerId} isReady={asset !== undefined}>
      {(customer) => asset && <SlipForm customer={customer} asset={asset} catalogue={catalogue} />}
    </CustomerGate>
  );
}
