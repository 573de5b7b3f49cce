/** The operations of spec/customer-wallet.md. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { walletOf } from '../../../queries/wallets.ts';
import { approvedBy } from '../../../wallet/approved.ts';
import { walletCreate } from '../../../wallet/create.ts';
import { walletBonus, walletTopup } from '../../../wallet/credit.ts';
import { walletSpend, walletWithdraw } from '../../../wallet/debit.ts';
import type { Operation } from '../../../wallet/operation.ts';
import type { OperationRecord } from '../../../wallet/record.ts';
import { checkedId } from '../../wire/ids.ts';
import { ownOr, tillAndServices, workers } from '../access.ts';
import type { App, Services } from '../app.ts';
import { assetOf } from '../assets/lookup.ts';
import { callerOf } from '../caller.ts';
import { callerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { refused } from '../problem.ts';
import type { WalletFinder } from './find.ts';
import { creditInput, payInput, topupInput, withdrawInput } from './input.ts';
import { presentCreated, presentMovement, presentPayment } from './present.ts';
import { addFundsSchema, createSchema, creditSchema, paySchema, withdrawSchema } from './schema.ts';

export interface CustomerWalletSettings {
  /** Whether a customer may record payments into their own wallet: it prints money unless someone checks them. */
  readonly customerRecordedPayments: 'deny' | 'allow';
  /** Code of the asset that is meant where a request names none. */
  readonly defaultCurrency: string;
}

interface Step<Input, Data> {
  readonly operation: Operation<string, Input>;
  /** Its name in the audit trail. */
  readonly endpoint: string;
  readonly input: Input;
  readonly present: (record: OperationRecord) => Data | Promise<Data>;
}

export function customerWalletWriteRoutes(
  app: App,
  { engine, database, assets, desk }: Services,
  finder: WalletFinder,
  settings: CustomerWalletSettings,
): void {
  async function record<Input, Data>(
    request: FastifyRequest,
    reply: FastifyReply,
    { operation, endpoint, input, present }: Step<Input, Data>,
  ): Promise<{ status: 'success'; data: Data }> {
    const outcome = await engine.submit({
      ledgerId: principalOf(request).ledgerId,
      operation,
      input,
      caller: callerOf(request, endpoint),
      key: callerKey(request.headers),
      occurredAt: null,
    });
    if (!outcome.ok) throw refused(outcome.refusal);
    const data = await present(outcome.record);
    if (outcome.replayed) reply.header('idempotent-replayed', 'true');
    reply.header('transaction-id', outcome.record.id);
    reply.code(201);
    return { status: 'success', data };
  }

  const payersOfTheirOwn = { access: ownOr(workers, 'handler') };
  const ofWallet = { access: ownOr(tillAndServices, 'handler') };

  const creators = { access: ownOr(workers, { field: 'customerId' }) };
  app.post('', { schema: createSchema, config: creators }, async (request, reply) => {
    const { ledgerId } = principalOf(request);
    const customer = checkedId(request.body.customerId);
    const asset = await assetOf(assets, request.body.currency ?? settings.defaultCurrency);
    return record(request, reply, {
      operation: walletCreate,
      endpoint: 'customer_wallet.create',
      input: { customer, asset: asset.code },
      // What was recorded names the customer and the asset; the number of their wallet is in the books.
      present: async () => {
        const wallet = await walletOf(database, ledgerId, customer, asset.id);
        if (!wallet) throw new Error(`the wallet of ${customer} in ${asset.code} was opened, and is not there`);
        return presentCreated(wallet, asset);
      },
    });
  });

  // Money that comes in is recorded by those who have seen it come, unless the house says otherwise.
  const payers = settings.customerRecordedPayments === 'allow' ? ofWallet : { access: tillAndServices };
  app.post('/add-funds', { schema: addFundsSchema, config: payers }, async (request, reply) => {
    const wallet = await finder.identify(principalOf(request), BigInt(request.body.walletId));
    return record(request, reply, {
      operation: walletTopup,
      endpoint: 'customer_wallet.add_funds',
      input: topupInput(wallet, request.body),
      present: (done) => presentMovement(done, wallet.asset),
    });
  });

  app.post('/withdraw-funds', { schema: withdrawSchema, config: ofWallet }, async (request, reply) => {
    const wallet = await finder.identify(principalOf(request), BigInt(request.body.walletId));
    const input = withdrawInput(wallet, request.body);
    const asked = { request, operation: walletWithdraw.name, key: callerKey(request.headers) };
    const approver = await desk.withdrawal(asked, input.asset, input.amount);
    return record(request, reply, {
      operation: approvedBy(walletWithdraw, approver),
      endpoint: 'customer_wallet.withdraw_funds',
      input,
      present: (done) => presentMovement(done, wallet.asset),
    });
  });

  app.post('/pay', { schema: paySchema, config: payersOfTheirOwn }, async (request, reply) => {
    const wallet = await finder.identify(principalOf(request), BigInt(request.body.walletId));
    return record(request, reply, {
      operation: walletSpend,
      endpoint: 'customer_wallet.pay',
      input: payInput(wallet, request.body),
      present: (done) => presentPayment(done, wallet.asset),
    });
  });

  app.post('/credit', { schema: creditSchema, config: { access: workers } }, async (request, reply) => {
    const asset = await assetOf(assets, request.body.currency ?? settings.defaultCurrency);
    const input = creditInput(asset, request.body);
    const asked = { request, operation: walletBonus.name, key: callerKey(request.headers) };
    const approver = await desk.adjustment(asked, input.asset, input.amount);
    return record(request, reply, {
      operation: approvedBy(walletBonus, approver),
      endpoint: 'customer_wallet.credit',
      input,
      present: (done) => presentMovement(done, asset),
    });
  });
}
