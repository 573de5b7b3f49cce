/** What a customer's own page asks. All of it stands under `['own', id]`: live events keep it current. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { ApiError } from '../api/problems.ts';
import { balancesOf, slipOf } from '../cache/reader.ts';
import type { KnownAccount, OpenSlip } from '../cache/records.ts';
import { historyPage } from '../desk/customer/queries.ts';
import type { Statement } from '../desk/papers/statement-totals.ts';
import { minorUnits } from '../money/asset.ts';

export interface SlipLine {
  readonly item: string;
  readonly description: string;
  readonly quantity: number;
  readonly total: bigint;
}

export interface OwnSlip extends OpenSlip {
  readonly lines: readonly SlipLine[];
  readonly tax: bigint;
  readonly discount: bigint;
}

export interface OwnAccount extends KnownAccount {
  readonly slips: readonly OwnSlip[];
}

/** Balances and open slips with what was taken; without any where nothing has happened yet. */
export const accountQuery = (id: string) =>
  queryOptions({ queryKey: ['own', id, 'account'], queryFn: () => readAccount(id) });

async function readAccount(customer: string): Promise<OwnAccount> {
  const params = { path: { customer_id: customer } };
  try {
    // Slips first: what is paid in between makes the balance the newer of the two.
    const { slips } = await answer(api.GET('/api/wallet/slips/{customer_id}', { params }));
    const { data, response } = await api.GET('/api/wallet/balance/{customer_id}', { params });
    const currencies = data?.balance.currencies ?? [];
    return {
      customer,
      asOf: new Date(response.headers.get('date') ?? Date.now()).toISOString(),
      balances: balancesOf(currencies),
      frozen: currencies.some(({ account_status }) => account_status === 'FROZEN'),
      slips: slips.map((slip) => ({
        ...slipOf(slip),
        tax: minorUnits(slip.totals.tax_cents),
        discount: minorUnits(slip.totals.discount_cents),
        lines: slip.lines.map(({ item_id, description, quantity, line_total_cents }) => ({
          item: item_id,
          description,
          quantity,
          total: minorUnits(line_total_cents),
        })),
      })),
    };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    return { customer, asOf: new Date().toISOString(), balances: [], slips: [] };
  }
}

const PAGE = 20;

export const historyQuery = (id: string, currency: string) =>
  infiniteQueryOptions({
    queryKey: ['own', id, 'history', currency],
    queryFn: ({ pageParam }) => historyPage(id, currency, pageParam, PAGE),
    initialPageParam: 1,
    getNextPageParam: ({ pagination }) => (pagination.has_next ? pagination.current_page + 1 : undefined),
  });

export type StatementRange = Readonly<Record<'asset_code' | 'from' | 'to' | 'time_zone', string>>;

export const statementQuery = (customer: string, range: StatementRange) =>
  queryOptions({
    queryKey: ['own', customer, 'statement', range],
    queryFn: async (): Promise<Statement> => {
      const params = { path: { customer_id: customer }, query: range };
      return (await answer(api.GET('/api/v1/customers/{customer_id}/statement', { params }))).data;
    },
  });
