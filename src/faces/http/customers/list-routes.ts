/** All customers, for tills that go on without a network: who they are, and what they hold and owe. */
import { balancesOfCustomers, type ListedCustomer, listCustomers } from '../../../queries/customer-list.ts';
import { tillReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { withAssets } from '../assets/lookup.ts';
import { principalOf } from '../principal.ts';
import { invalid } from '../problem.ts';
import { type ListedBalanceData, listSchema } from './list-schema.ts';

export function customerListRoutes(app: App, { database, assets }: Services): void {
  app.get('/customers', { schema: listSchema, config: { access: tillReaders } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { after = null, limit } = request.query;
    // The database does not take a text with these, and no id has them.
    if (after?.includes('\u0000') || after?.isWellFormed() === false) {
      throw invalid('after', 'must be the next of an earlier answer');
    }
    // Before the reads: what changes from now on is newer than what is answered.
    const asOf = new Date();
    const customers = await listCustomers(database, ledgerId, { after, limit });
    const balances = await balancesOfCustomers(
      database,
      ledgerId,
      customers.map(({ id }) => id),
    );
    const presented = await withAssets(assets, balances, ({ customer, wallet, receivable }, { code }) => ({
      customer,
      balance: { currency: code, wallet_cents: wallet, owes_cents: -receivable },
    }));
    const byCustomer = Map.groupBy(presented, ({ customer }) => customer);
    return {
      success: true as const,
      data: {
        as_of: asOf.toISOString(),
        customers: customers.map((customer) =>
          present(customer, byCustomer.get(customer.id)?.map(({ balance }) => balance) ?? []),
        ),
        next: customers.length === limit ? (customers.at(-1)?.id ?? null) : null,
      },
    };
  });
}

const present = ({ id, status, ...customer }: ListedCustomer, balances: ListedBalanceData[]) => ({
  _id: id,
  ...customer,
  account_status: status,
  balances,
});
