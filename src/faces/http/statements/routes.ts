/** A customer's statement, to read, to compute with and to print. */
import type { FastifyRequest } from 'fastify';
import { answered } from '../../../engine/failure.ts';
import { formatMajor } from '../../../ledger/money.ts';
import { customerBalances } from '../../../queries/customer-balances.ts';
import { statementOf } from '../../../queries/statement.ts';
import { everyone } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { onePage, Plain, sendCsv } from '../csv.ts';
import { assertDays } from '../days.ts';
import { languageOf } from '../languages.ts';
import { makePdf, sendPdf } from '../paper/pdf.ts';
import { principalOf } from '../principal.ts';
import { invalid, Problem } from '../problem.ts';
import { statementPaper } from './paper.ts';
import { csvSchema, pdfSchema, readSchema, type StatementData, type StatementQueryData } from './schema.ts';

const MOST_DAYS = 400;
const MOST_ENTRIES = 5_000;

type StatementRequest = FastifyRequest<{ Params: { customer_id: string }; Querystring: StatementQueryData }>;

export function statementRoutes(app: App, { database, assets }: Services): void {
  const config = { access: everyone({ field: 'customer_id' }) };

  async function read(request: StatementRequest): Promise<StatementData> {
    const { ledgerId } = principalOf(request);
    const { customer_id: customer } = request.params;
    const { asset_code, from, to, time_zone: timeZone } = request.query;
    assertDays(request.query, MOST_DAYS);
    const asset = await assetOf(assets, asset_code);
    const known = await customerBalances(database, ledgerId, customer);
    if (!known) throw new Problem('CUSTOMER_ACCOUNT_NOT_FOUND', { details: { customer_id: customer } });
    const query = { ledgerId, customer, assetId: asset.id, from, to, timeZone, most: MOST_ENTRIES };
    const statement = await answered(statementOf(database, query));
    if (!statement) throw invalid('to', `there are more than ${MOST_ENTRIES} entries until then`);
    return {
      customer_id: customer,
      asset_code: asset.code,
      decimal_places: asset.decimalPlaces,
      ...{ from, to, time_zone: timeZone },
      opening: statement.opening,
      entries: statement.entries.map((entry) => ({
        transaction_id: entry.transactionId,
        occurred_at: entry.occurredAt.toISOString(),
        operation: entry.operation,
        type: entry.type,
        account: entry.account,
        direction: entry.direction,
        amount: entry.amount,
        wallet_after: entry.after.wallet,
        owed_after: entry.after.owed,
        reference_id: entry.reference,
        store_id: entry.store,
        slip_number: entry.slipNumber,
      })),
      closing: statement.closing,
    };
  }

  const path = '/customers/:customer_id/statement';
  app.get(path, { schema: readSchema, config }, async (request) => ({
    success: true as const,
    data: await read(request),
  }));

  app.get(`${path}.csv`, { schema: csvSchema, config }, async (request, reply) =>
    sendCsv(reply, 'statement.csv', HEADER, onePage(records(await read(request)))),
  );

  app.get(`${path}.pdf`, { schema: pdfSchema, config }, async (request, reply) => {
    const pdf = await makePdf(statementPaper(await read(request), languageOf(request)));
    return sendPdf(reply, 'statement.pdf', pdf);
  });
}

const HEADER = [
  ...['occurred_at', 'transaction_id', 'type', 'reference_id', 'slip_number', 'store_id', 'account', 'currency'],
  ...['debit', 'credit', 'wallet_after', 'owed_after'],
];

/** One record an entry, between those of the opening and the closing. */
function records({ asset_code, decimal_places, from, to, opening, entries, closing }: StatementData) {
  const major = (amount: bigint) => new Plain(formatMajor(amount, decimal_places));
  const standing = (day: string, name: string, { wallet, owed }: StatementData['opening']) => [
    ...[day, null, name, null, null, null, null, asset_code, null, null],
    ...[major(wallet), major(owed)],
  ];
  return [
    standing(from, 'OPENING', opening),
    ...entries.map((entry) => [
      ...[entry.occurred_at, entry.transaction_id, entry.type, entry.reference_id, entry.slip_number, entry.store_id],
      ...[entry.account, asset_code],
      ...[entry.direction === 'DEBIT' ? major(entry.amount) : null],
      ...[entry.direction === 'CREDIT' ? major(entry.amount) : null],
      ...[major(entry.wallet_after), major(entry.owed_after)],
    ]),
    standing(to, 'CLOSING', closing),
  ];
}
