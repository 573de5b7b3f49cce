/** The search of spec/credit-wallet.md. */
import { SEARCH_FIELDS, searchCustomers } from '../../../queries/customers.ts';
import { profileById } from '../../../queries/profiles.ts';
import { tillReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { sendCreditError } from '../credit/errors.ts';
import { translateMessage } from '../languages.ts';
import { principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { presentCustomer, presentCustomers } from './present.ts';
import { searchSchema } from './schema.ts';

const OK = { respCode: 200 } as const;
const WAYS = ['id', ...SEARCH_FIELDS] as const;

/** For routes at the root: the document's address has no prefix. */
export function customerSearchRoutes(app: App, { database, assets }: Services): void {
  app.setErrorHandler(sendCreditError);
  app.addHook('preSerialization', translateMessage);

  app.get('/customers/search', { schema: searchSchema, config: { access: tillReaders } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { limit, page, ...given } = request.query;
    const [way, second] = WAYS.filter((name) => given[name] !== undefined);
    if (way === undefined || second !== undefined) throw invalid(second ?? '', `give one of ${WAYS.join(', ')}`);
    const text = given[way] as string;
    // A text with these can't be anyone's, and the database does not take it.
    if (text.includes('\u0000') || !text.isWellFormed()) throw invalid(way, 'is not a text');
    if (way === 'id') {
      const profile = await profileById(database, ledgerId, text);
      if (!profile) throw new Problem('CUSTOMER_ACCOUNT_NOT_FOUND', { details: { customer_id: text } });
      return { ...OK, message: 'Customer retrieved successfully.', customer: await presentCustomer(assets, profile) };
    }
    // One more than asked for tells whether there is another page.
    const range = { limit: limit + 1, offset: (page - 1) * limit };
    const found = await searchCustomers(database, ledgerId, { field: way, text }, range);
    return {
      ...OK,
      message: 'Customers retrieved successfully.',
      customers: await presentCustomers(assets, found.slice(0, limit)),
      pagination: { current_page: page, per_page: limit, has_next: found.length > limit, has_prev: page > 1 },
    };
  });
}
