/** What spec/credit-wallet.md tells of one customer. */
import { customerBalances } from '../../../queries/customer-balances.ts';
import { mergedHistory } from '../../../queries/merged-history.ts';
import { openSlipViews, slipView } from '../../../queries/slip-views.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf, withAssets } from '../assets/lookup.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { knownSlipId } from './fields.ts';
import { presentEntry } from './history-present.ts';
import { paginationOf, presentBalance, presentSlip } from './read-present.ts';
import { balanceSchema, historySchema, slipReadSchema, slipsSchema } from './read-schema.ts';

const themselves = everyone({ field: 'customer_id' });
const OK = { respCode: 200 } as const;
const NOTHING = { wallet: 0n, receivable: 0n, openSlips: 0n, openTotal: 0n, creditLimit: null };

export function creditReadRoutes(app: App, { database, assets }: Services): void {
  app.get('/balance/:customer_id', { schema: balanceSchema, config: { access: themselves } }, async (request) => {
    const { customer_id } = request.params;
    const { currency } = request.query;
    const asset = currency === undefined ? null : await assetOf(assets, currency);
    const known = await customerBalances(database, principalOf(request).ledgerId, customer_id);
    if (!known) throw unknown(customer_id);
    const { balances, status } = known;
    if (asset) {
      const own = balances.find(({ assetId }) => assetId === asset.id) ?? NOTHING;
      return {
        ...OK,
        message: 'Balance retrieved successfully',
        balance: { customer_id, currency: asset.code, ...presentBalance(own, status) },
      };
    }
    const currencies = await withAssets(assets, balances, (own, { code }) => ({
      currency: code,
      ...presentBalance(own, status),
    }));
    return { ...OK, message: 'Multi-currency balance retrieved successfully', balance: { customer_id, currencies } };
  });

  app.get('/slips/:customer_id', { schema: slipsSchema, config: { access: themselves } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { customer_id } = request.params;
    const { currency } = request.query;
    const asset = currency === undefined ? null : await assetOf(assets, currency);
    const slips = await openSlipViews(database, ledgerId, customer_id, asset?.id ?? null);
    if (slips.length === 0 && !(await customerBalances(database, ledgerId, customer_id))) throw unknown(customer_id);
    return {
      ...OK,
      message: 'Open slips retrieved successfully',
      customer_id,
      currency: asset?.code ?? null,
      slips_count: slips.length,
      slips: slips.map(presentSlip),
    };
  });

  app.get(
    '/credit-slips/:slip_id',
    { schema: slipReadSchema, config: { access: everyone('handler') } },
    async (request) => {
      const { ledgerId, role, subject } = principalOf(request);
      const { slip_id } = request.params;
      const slip = await slipView(database, ledgerId, knownSlipId(slip_id));
      // Another customer's slip is as if it were not there.
      if (!slip || (role === 'customer' && slip.customer !== subject)) {
        throw new Problem('CREDIT_SLIP_NOT_FOUND', { details: { slip_id } });
      }
      return { ...OK, message: 'Credit slip retrieved successfully', slip: presentSlip(slip) };
    },
  );

  app.get('/history/:customer_id', { schema: historySchema, config: { access: themselves } }, async (request) => {
    const { customer_id } = request.params;
    const { currency, page, per_page: perPage } = request.query;
    const asset = await assetOf(assets, currency);
    const { ledgerId } = principalOf(request);
    const found = await mergedHistory(database, { ledgerId, customer: customer_id, assetId: asset.id, page, perPage });
    if (!found) throw unknown(customer_id);
    return {
      ...OK,
      message: 'Transaction history retrieved successfully',
      customer_id,
      currency,
      pagination: paginationOf(page, perPage, found.total),
      entries: found.entries.map(presentEntry),
    };
  });
}

const unknown = (customer: string): Problem =>
  new Problem('CUSTOMER_ACCOUNT_NOT_FOUND', { details: { customer_id: customer } });
