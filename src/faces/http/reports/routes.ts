/** Reports over the whole ledger of the token. Currencies are never added up. */
import { answered } from '../../../engine/failure.ts';
import { formatMajor } from '../../../ledger/money.ts';
import { AGES, type Debtor, debtors } from '../../../queries/debt-report.ts';
import { type FlowQuery, flowReport } from '../../../queries/flow-report.ts';
import { staffReaders } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { onePage, Plain, sendCsv } from '../csv.ts';
import { assertDays, assertTimeZone } from '../days.ts';
import { principalOf } from '../principal.ts';
import { debtExportSchema, debtSchema, type FlowQueryData, flowExportSchema, flowSchema } from './schema.ts';

const MOST_DAYS = 400;

export function reportRoutes(app: App, { database, assets }: Services): void {
  const config = { access: staffReaders };

  const assetIdOf = async (code: string | undefined) => (code === undefined ? null : (await assetOf(assets, code)).id);

  async function flow(ledgerId: bigint, query: FlowQueryData) {
    const { from, to, time_zone: timeZone } = query;
    assertDays(query, MOST_DAYS);
    const by = query.time as FlowQuery['by'];
    const assetId = await assetIdOf(query.asset_code);
    return answered(flowReport(database, { ledgerId, assetId, from, to, timeZone, by }));
  }

  app.get('/reports/flow', { schema: flowSchema, config }, async (request) => {
    const { from, to, time_zone } = request.query;
    const flows = await flow(principalOf(request).ledgerId, request.query);
    const currencies = flows.map(({ asset, decimalPlaces, opening, days, tenders }) => ({
      asset_code: asset,
      decimal_places: decimalPlaces,
      opening,
      days: [...days],
      tenders: [...tenders],
    }));
    return { success: true as const, data: { from, to, time_zone, currencies } };
  });

  app.get('/reports/flow.csv', { schema: flowExportSchema, config }, async (request, reply) => {
    const flows = await flow(principalOf(request).ledgerId, request.query);
    const rows = flows.flatMap(({ asset, decimalPlaces, days }) =>
      days.map((day) => [
        asset,
        day.day,
        ...[day.in, day.out, day.wallets, day.owed].map((amount) => new Plain(formatMajor(amount, decimalPlaces))),
      ]),
    );
    return sendCsv(reply, 'flow.csv', ['currency', 'day', 'in', 'out', 'wallets', 'owed'], onePage(rows));
  });

  async function debts(ledgerId: bigint, query: { asset_code?: string; time_zone: string }) {
    assertTimeZone(query.time_zone);
    return answered(debtors(database, ledgerId, await assetIdOf(query.asset_code), query.time_zone));
  }

  app.get('/reports/debts', { schema: debtSchema, config }, async (request) => {
    const all = await debts(principalOf(request).ledgerId, request.query);
    const { time_zone, top } = request.query;
    const currencies = [...Map.groupBy(all, ({ asset }) => asset).values()].map((own) => presentDebt(own, top));
    return { success: true as const, data: { time_zone, currencies } };
  });

  app.get('/reports/debts.csv', { schema: debtExportSchema, config }, async (request, reply) => {
    const all = await debts(principalOf(request).ledgerId, request.query);
    const header = [
      'currency',
      'customer_id',
      'name',
      'owed',
      ...RANGES.map(rangeName),
      'open_slips',
      'oldest_slip_at',
    ];
    const rows = all.map(({ asset, decimalPlaces, customer, name, owed, ages, openSlips, oldest }) => [
      ...[asset, customer, name],
      ...[owed, ...ages].map((amount) => new Plain(formatMajor(amount, decimalPlaces))),
      ...[openSlips, oldest?.toISOString() ?? null],
    ]);
    return sendCsv(reply, 'debts.csv', header, onePage(rows));
  });
}

const RANGES = AGES.map((to, at) => ({ from_days: (AGES[at - 1] ?? -1) + 1, to_days: to }));

const rangeName = ({ from_days, to_days }: (typeof RANGES)[number]): string =>
  to_days === null ? `days_from_${from_days}` : `days_${from_days}_to_${to_days}`;

function presentDebt(own: readonly Debtor[], top: number) {
  const { asset, decimalPlaces } = own[0] as Debtor;
  const owed = own.reduce((sum, debtor) => sum + debtor.owed, 0n);
  const ages = RANGES.map((range, at) => {
    const amounts = own.map((debtor) => debtor.ages[at] as bigint).filter((amount) => amount > 0n);
    return { ...range, amount: amounts.reduce((sum, amount) => sum + amount, 0n), customers: BigInt(amounts.length) };
  });
  return {
    asset_code: asset,
    decimal_places: decimalPlaces,
    owed,
    debtors: BigInt(own.length),
    ages,
    without_slip: owed - ages.reduce((sum, { amount }) => sum + amount, 0n),
    top_debtors: own.slice(0, top).map((debtor) => ({
      customer_id: debtor.customer,
      name: debtor.name,
      owed: debtor.owed,
      open_slips: debtor.openSlips,
      oldest_slip_at: debtor.oldest?.toISOString() ?? null,
    })),
  };
}
