import { queryOptions } from '@tanstack/react-query';
import { assetsQuery } from '../api/assets.ts';
import { answer, api } from '../api/client.ts';
import { ApiError } from '../api/problems.ts';
import { queryClient } from '../api/queries.ts';
import { type Asset, minorUnits } from '../money/asset.ts';

export interface OwnBalance {
  readonly asset: Asset;
  readonly wallet: bigint;
  readonly owes: bigint;
  readonly openSlips: number;
}

/** What a customer has and owes, a line a currency; none where there is no account yet. */
export const ownBalances = (customer: string) =>
  queryOptions({
    queryKey: ['balances', customer],
    queryFn: async (): Promise<OwnBalance[]> => {
      const [assets, { balance }] = await Promise.all([
        queryClient.ensureQueryData(assetsQuery),
        answer(api.GET('/api/wallet/balance/{customer_id}', { params: { path: { customer_id: customer } } })).catch(
          (error: unknown) => {
            if (error instanceof ApiError && error.status === 404) return { balance: { currencies: [] } };
            throw error;
          },
        ),
      ]);
      return (balance.currencies ?? []).flatMap((one) => {
        const asset = assets.get(one.currency);
        if (!asset) return [];
        return {
          asset,
          wallet: minorUnits(one.wallet_available_cents),
          owes: minorUnits(one.open_slips_total),
          openSlips: one.open_slips_count,
        };
      });
    },
  });
