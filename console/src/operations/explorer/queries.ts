import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { operations } from '../../api/schema.d.ts';
import { endOfDay, startOfDay } from '../filters/days.ts';
import { given } from '../filters/search.ts';
import type { ExplorerSearch } from './search.ts';

type EntryPage = operations['entryList']['responses'][200]['content']['application/json']['data'];
export type Entry = EntryPage['entries'][number];

export const PAGE = 200;

/** The filters as the service takes them. */
export const entryFilters = ({ from, to, type, currency, min, max, ...search }: ExplorerSearch) =>
  given({
    occurred_from: from && startOfDay(from),
    occurred_to: to && endOfDay(to),
    types: type,
    asset_code: currency,
    min_amount: min,
    max_amount: max,
    account: search.account,
    customer: search.customer,
    store: search.store,
    actor: search.actor,
    reference: search.reference,
    status: search.status,
  });

export const entriesQuery = (search: ExplorerSearch) =>
  queryOptions({
    queryKey: ['entries', search],
    queryFn: async () => {
      const query = { ...entryFilters(search), limit: PAGE, ...(search.cursor && { cursor: search.cursor }) };
      const { data } = await answer(api.GET('/api/v1/entries', { params: { query: query as never } }));
      return { rows: data.entries, next: data.next_cursor };
    },
  });

/** Which of the two columns an amount stands in is said by its direction; the amount itself is never below zero. */
export const assetOf = (entry: Pick<Entry, 'asset_code' | 'decimal_places'>) => ({
  code: entry.asset_code,
  decimals: entry.decimal_places,
});

/** One entry among all: a transaction may have several in the same account. */
export const entryKey = (entry: Entry): string =>
  [entry.transaction_id, entry.owner, entry.account, entry.asset_code, entry.seq].join(' ');
