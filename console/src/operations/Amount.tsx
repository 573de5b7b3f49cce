import { useQuery } from '@tanstack/react-query';
import { assetsQuery } from '../api/assets.ts';
import { Money } from '../ui/Money.tsx';

/** An amount of the asset with this code. Without the asset's decimals it would be read a hundred times too large: they are waited for. */
export function Amount({ minor, code }: { minor: bigint; code: string }) {
  const asset = useQuery(assetsQuery).data?.get(code);
  return asset ? <Money minor={minor} asset={asset} /> : '…';
}
