import { queryOptions } from '@tanstack/react-query';
import type { Asset } from '../money/asset.ts';
import { answer, api } from './client.ts';

type Assets = ReadonlyMap<string, Asset>;

const KEPT_AS = 'pochi-assets';

/** Every asset that the service knows, by its code. Those of the last visit are there at once, and without a network. */
export const assetsQuery = queryOptions({
  queryKey: ['assets'],
  queryFn: async (): Promise<Assets> => {
    const { data } = await answer(api.GET('/api/v1/assets'));
    const assets = data.assets.map(({ code, decimal_places }) => ({ code, decimals: decimal_places }));
    keep(assets);
    return byCode(assets);
  },
  staleTime: 3_600_000,
  initialData: kept,
  initialDataUpdatedAt: 0,
});

const byCode = (assets: readonly Asset[]): Assets => new Map(assets.map((asset) => [asset.code, asset]));

function keep(assets: readonly Asset[]): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(assets));
  } catch {}
}

function kept(): Assets | undefined {
  try {
    return byCode(JSON.parse(localStorage.getItem(KEPT_AS) ?? ''));
  } catch {
    return undefined;
  }
}
