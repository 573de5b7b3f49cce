/** Reads from the service what the cache keeps. */
import { answer, api } from '../api/client.ts';
import { ApiError } from '../api/problems.ts';
import type { paths } from '../api/schema.d.ts';
import { minorUnits } from '../money/asset.ts';
import { catalogueOf } from './catalogue.ts';
import type { Catalogue, CustomerPage, KnownAccount, OpenSlip } from './records.ts';

export interface CacheReader {
  /** The customers behind `after`, and where to go on: null at the end. Throws ApiError. */
  customers(after: string | null): Promise<{ readonly page: CustomerPage; readonly next: string | null }>;
  catalogue(): Promise<Catalogue>;
}

const PAGE = 1_000;

export const serviceReader: CacheReader = {
  async customers(after) {
    const query = { limit: PAGE, ...(after !== null && { after }) };
    const { data } = await answer(api.GET('/api/v1/customers', { params: { query } }));
    const customers = data.customers.map(({ balances, ...customer }) => ({
      customer: {
        id: customer._id,
        name: customer.name,
        nickname: customer.nickname,
        phone: customer.phone_number,
        code: customer.customer_code,
        frozen: customer.account_status === 'FROZEN',
      },
      balances: balances.map(({ currency, wallet_cents, owes_cents }) => ({
        currency,
        wallet: minorUnits(wallet_cents),
        owes: minorUnits(owes_cents),
      })),
    }));
    return { page: { asOf: data.as_of, customers }, next: data.next };
  },
  catalogue: readCatalogue,
};

type SlipAnswer =
  paths['/api/wallet/slips/{customer_id}']['get']['responses'][200]['content']['application/json']['slips'][number];

export const slipOf = ({ _id, slip_number, currency, status, occurred_at, totals }: SlipAnswer): OpenSlip => ({
  id: _id,
  number: slip_number,
  currency,
  status,
  occurredAt: occurred_at,
  total: minorUnits(totals.grand_total_cents),
  paid: minorUnits(totals.paid_cents),
  remaining: minorUnits(totals.remaining_cents),
});

type BalanceAnswer = paths['/api/wallet/balance/{customer_id}']['get']['responses'][200]['content']['application/json'];

/** One customer's balances and open slips; null where the service does not know their accounts. Throws ApiError. */
export async function readAccount(customer: string): Promise<KnownAccount | null> {
  const params = { path: { customer_id: customer } };
  try {
    // Slips first: what is paid in between makes the balance the newer of the two.
    const { slips } = await answer(api.GET('/api/wallet/slips/{customer_id}', { params }));
    const { data, response } = await api.GET('/api/wallet/balance/{customer_id}', { params });
    return {
      customer,
      asOf: new Date(response.headers.get('date') ?? Date.now()).toISOString(),
      balances: balancesOf(data?.balance.currencies ?? []),
      frozen: data?.balance.currencies?.some(({ account_status }) => account_status === 'FROZEN') ?? false,
      slips: slips.map(slipOf),
    };
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** The balance is what the wallet holds less what is owed. */
export const balancesOf = (currencies: NonNullable<BalanceAnswer['balance']['currencies']>) =>
  currencies.map(({ currency, wallet_available_cents, balance_cents, credit_limit_cents }) => {
    const wallet = minorUnits(wallet_available_cents);
    return {
      currency,
      wallet,
      owes: wallet - minorUnits(balance_cents),
      creditLimit: credit_limit_cents === null ? null : minorUnits(credit_limit_cents),
    };
  });

async function readCatalogue(): Promise<Catalogue> {
  const [settings, assets, products] = await Promise.all([
    answer(api.GET('/api/v1/console-settings')),
    answer(api.GET('/api/v1/assets')),
    answer(api.GET('/api/products/all')),
  ]);
  const code = settings.data.default_currency;
  const decimals = assets.data.assets.find((asset) => asset.code === code)?.decimal_places;
  if (decimals === undefined) throw new Error(`the default currency ${code} is no asset`);
  return catalogueOf({ code, decimals }, products.respBody.items);
}
