/** What the desk asks about one customer. All but the timeline stands under `['customer', id]`. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { onceOpen } from '../../cache/current.ts';
import { readAccount } from '../../cache/reader.ts';
import type { CachedCustomer, KnownAccount } from '../../cache/records.ts';

export type HistoryAnswer =
  paths['/api/wallet/history/{customer_id}']['get']['responses'][200]['content']['application/json'];
export type HistoryEntry = HistoryAnswer['entries'][number];

/** Balances and open slips; null where the service knows no account of theirs. What was read is kept on the device too. */
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'account'],
    queryFn: async (): Promise<KnownAccount | null> => {
      const account = await readAccount(id);
      if (account !== null) onceOpen((cache) => cache.keepAccount(account));
      return account;
    },
  });

/** Who they are, for customers that this device does not know yet. */
export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id, 'profile'],
    queryFn: async (): Promise<CachedCustomer | null> => {
      const query = { id, limit: 1, page: 1 };
      const { customer } = await answer(api.GET('/customers/search', { params: { query } }));
      if (!customer) return null;
      const found = { ...personOf(customer), frozen: false };
      onceOpen((cache) => cache.learn(found));
      return found;
    },
  });

export interface Person {
  readonly _id: string;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly phone_number: string | null;
  readonly customer_code: string | null;
}

export const personOf = ({ _id, name, nickname, phone_number, customer_code }: Person) => ({
  id: _id,
  name,
  nickname,
  phone: phone_number,
  code: customer_code,
});

/** A page of what happened, newest first. */
export const historyPage = (id: string, currency: string, page: number, perPage: number): Promise<HistoryAnswer> =>
  answer(
    api.GET('/api/wallet/history/{customer_id}', {
      params: { path: { customer_id: id }, query: { currency, page, per_page: perPage } },
    }),
  );

const PAGE = 20;

/** The entries as they were when somebody asked for them: newer ones wait until they are wanted. */
export const timelineQuery = (id: string, currency: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id, currency],
    queryFn: ({ pageParam }) => historyPage(id, currency, pageParam, PAGE),
    initialPageParam: 1,
    getNextPageParam: ({ pagination }) => (pagination.has_next ? pagination.current_page + 1 : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** How many entries there are by now. */
export const entryCountQuery = (id: string, currency: string) =>
  queryOptions({
    queryKey: ['customer', id, 'entries', currency],
    queryFn: async (): Promise<number> => (await historyPage(id, currency, 1, 1)).pagination.total_entries,
  });

/** Reads anew what a write has changed; the timeline too, for whoever did it wants to see it. */
export async function customerChanged(client: QueryClient, id: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['customer', id] }),
    client.invalidateQueries({ queryKey: ['timeline', id] }),
  ]);
}
