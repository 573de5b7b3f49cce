import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';

export type Details = operations['transactionDetails']['responses'][200]['content']['application/json']['data'];
export type Posting = Details['transaction']['entries'][number];
export type Flow = Details['flow'][number];

const one = (id: string) => ({ params: { path: { id } } });

export const detailsQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id],
    queryFn: async () => (await answer(api.GET('/api/v1/transactions/{id}/details', one(id)))).data,
  });

/** What shows to anybody that the transaction stands in the books as it was recorded. */
export const proofQuery = (id: string) =>
  queryOptions({
    queryKey: ['transaction', id, 'proof'],
    queryFn: async () => (await answer(api.GET('/api/v1/transactions/{id}/proof', one(id)))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const accountName = ({ owner, kind }: { readonly owner: string | null; readonly kind: string }): string =>
  owner === null ? kind : `${owner} · ${kind}`;
