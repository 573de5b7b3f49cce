/** Receipts as the service gives them. */
import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

export type Receipt =
  paths['/api/v1/transactions/{id}/receipt']['get']['responses'][200]['content']['application/json']['data'];

export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: ['receipt', id],
    queryFn: async (): Promise<Receipt> =>
      (await answer(api.GET('/api/v1/transactions/{id}/receipt', { params: { path: { id } } }))).data,
  });

/** The receipt behind a link: its token is all that it takes. */
export const sharedReceiptQuery = (token: string) =>
  queryOptions({
    queryKey: ['sharedReceipt', token],
    queryFn: async (): Promise<Receipt> =>
      (await answer(api.GET('/api/v1/shared-receipts/{token}', { params: { path: { token } } }))).data,
  });

/** What stood on the customer's accounts afterwards, asset by asset. */
export interface BalanceAfter {
  readonly account: string;
  readonly asset: { readonly code: string; readonly decimals: number };
  /** Minor units: what the wallet holds, or what is owed. */
  readonly minor: bigint;
}

/** The last word of each account that the transaction moved. */
export function balancesAfter({ movements }: Pick<Receipt, 'movements'>): BalanceAfter[] {
  const last = new Map<string, BalanceAfter>();
  for (const { account, asset_code, decimal_places, balance_after } of movements) {
    const isDebt = account === 'receivable';
    last.set(`${account} ${asset_code}`, {
      account,
      asset: { code: asset_code, decimals: decimal_places },
      // The books hold a debt as what the customer has less.
      minor: isDebt ? -BigInt(balance_after) : BigInt(balance_after),
    });
  }
  return [...last.values()];
}
