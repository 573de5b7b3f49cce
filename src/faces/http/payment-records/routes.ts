/** The payment-records face: spec/payment-records.md. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Asset } from '../../../ledger/asset.ts';
import { walletEntries, walletOf } from '../../../queries/wallets.ts';
import { walletSpend } from '../../../wallet/debit.ts';
import type { Operation } from '../../../wallet/operation.ts';
import { cardPaymentRecord } from '../../../wallet/payment-record.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { checkedId, idText } from '../../wire/ids.ts';
import { everyone, ownOr, workers } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { callerOf } from '../caller.ts';
import type { CustomerWalletSettings } from '../customer-wallet/routes.ts';
import { callerKey } from '../idempotency.ts';
import { majorUnits } from '../major-units.ts';
import { type Principal, principalOf } from '../principal.ts';
import { invalid, Problem, refused } from '../problem.ts';
import { presentDirect, presentInfo, presentManual } from './present.ts';
import { directSchema, type ManualBody, manualSchema, walletInfoSchema } from './schema.ts';

const RECENT = 10;

interface Step<Input, Data> {
  readonly operation: Operation<string, Input>;
  /** Its name in the audit trail. */
  readonly endpoint: string;
  readonly input: Input;
  readonly present: (record: OperationRecord) => Data;
}

export function paymentRecordRoutes(
  app: App,
  { engine, database, assets }: Services,
  settings: CustomerWalletSettings,
): void {
  async function record<Input, Data>(
    request: FastifyRequest,
    reply: FastifyReply,
    { operation, endpoint, input, present }: Step<Input, Data>,
  ): Promise<{ success: true; data: Data }> {
    const outcome = await engine.submit({
      ledgerId: principalOf(request).ledgerId,
      operation,
      input,
      caller: callerOf(request, endpoint),
      key: callerKey(request.headers),
      occurredAt: null,
    });
    if (!outcome.ok) throw refused(outcome.refusal);
    if (outcome.replayed) reply.header('idempotent-replayed', 'true');
    reply.header('transaction-id', outcome.record.id);
    reply.code(201);
    return { success: true, data: present(outcome.record) };
  }

  const currencyOf = ({ currency = settings.defaultCurrency }: { readonly currency?: string }): Promise<Asset> =>
    assetOf(assets, currency);

  const themselves = { access: everyone('handler') };
  const payersOfTheirOwn = { access: ownOr(workers, 'handler') };
  app.post('/manual-payment', { schema: manualSchema, config: payersOfTheirOwn }, async (request, reply) => {
    const { body } = request;
    const customer = customerOf(principalOf(request), body.customerId);
    const asset = await currencyOf(body);
    return record(request, reply, {
      operation: walletSpend,
      endpoint: 'payment_records.manual_payment',
      input: {
        ...paymentOf(body, asset, customer),
        entryType: 'PAYMENT',
        data: {},
        paymentRecord: purposeOf(body),
        made: { paymentRecordId: uuidv7() },
      },
      present: (done) => presentManual(done, asset),
    });
  });

  // A record that says paid is worth goods: it is made by those who can tell, unless the house says otherwise.
  const payers = settings.customerRecordedPayments === 'allow' ? payersOfTheirOwn : { access: workers };
  app.post('/direct-payment', { schema: directSchema, config: payers }, async (request, reply) => {
    const { body } = request;
    const customer = customerOf(principalOf(request), body.customerId);
    const asset = await currencyOf(body);
    return record(request, reply, {
      operation: cardPaymentRecord,
      endpoint: 'payment_records.direct_payment',
      input: {
        ...paymentOf(body, asset, customer),
        ...purposeOf(body),
        provider: body.provider.toLowerCase(),
        providerReference: body.providerReference,
        made: { paymentRecordId: uuidv7() },
      },
      present: (done) => presentDirect(done, asset),
    });
  });

  app.get('/wallet-info', { schema: walletInfoSchema, config: themselves }, async (request) => {
    const principal = principalOf(request);
    const customer = customerOf(principal, request.query.customerId);
    const asset = await currencyOf(request.query);
    const wallet = await walletOf(database, principal.ledgerId, customer, asset.id);
    if (!wallet) throw new Problem('WALLET_NOT_FOUND', { details: { customer } });
    const before = wallet.seq + 1n;
    const entries = await walletEntries(database, principal.ledgerId, wallet.id, { before, limit: RECENT });
    return { success: true as const, data: presentInfo(wallet, entries, asset) };
  });
}

/**
 * Whom a request is for: a customer is meant themselves, and finds nobody else; everyone else has to say. Throws
 * VALIDATION_ERROR and WALLET_NOT_FOUND.
 */
function customerOf({ role, subject }: Principal, named: number | string | undefined): string {
  if (role !== 'customer' && named === undefined) throw invalid('customerId', 'is missing');
  const customer = idText(named ?? subject);
  if (customer === null) throw invalid('customerId', 'is no customer id');
  if (role === 'customer' && customer !== subject) throw new Problem('WALLET_NOT_FOUND', { details: { customer } });
  return customer;
}

const paymentOf = ({ amount }: Pick<ManualBody, 'amount'>, asset: Asset, customer: string) => ({
  customer,
  asset: asset.code,
  amount: majorUnits('amount', amount, asset.decimalPlaces),
});

const purposeOf = ({ serviceId, description }: Pick<ManualBody, 'serviceId' | 'description'>) => ({
  serviceId: serviceId === undefined ? null : checkedId(serviceId),
  description: description ?? null,
});
