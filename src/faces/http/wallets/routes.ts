/** The ledger-wallet face: spec/ledger-wallet.md. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdempotencyKey } from '../../../engine/submission.ts';
import { walletAccounts, walletBalance } from '../../../queries/balances.ts';
import { approvedBy } from '../../../wallet/approved.ts';
import { walletBonus, walletTopup } from '../../../wallet/credit.ts';
import { walletSpend } from '../../../wallet/debit.ts';
import type { Operation } from '../../../wallet/operation.ts';
import { everyone, ownOr, tillAndServices, workers } from '../access.ts';
import { answer } from '../answer.ts';
import type { App, Services } from '../app.ts';
import { assetOf, withAssets } from '../assets/lookup.ts';
import { callerOf } from '../caller.ts';
import { ledgerKey } from '../idempotency.ts';
import { principalOf } from '../principal.ts';
import { Problem } from '../problem.ts';
import { historyPage } from './history.ts';
import { bonusInput, spendInput, topupInput } from './input.ts';
import { presentMovement } from './present.ts';
import { balanceSchema, bonusSchema, historySchema, spendSchema, topupSchema } from './schema.ts';

const themselves = everyone({ field: 'user_id' });

export function walletRoutes(app: App, services: Services): void {
  const { engine, database, assets, desk } = services;

  async function record<Input>(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: Operation<string, Input>,
    endpoint: string,
    input: Input,
    key: IdempotencyKey,
  ) {
    const outcome = await engine.submit({
      ledgerId: principalOf(request).ledgerId,
      operation,
      input,
      caller: callerOf(request, endpoint),
      key,
      occurredAt: null,
    });
    return answer(reply, outcome, presentMovement);
  }

  // Money that comes in is recorded by those who have seen it come: a customer's own top-up would print it.
  app.post('/wallets/topup', { schema: topupSchema, config: { access: tillAndServices } }, (request, reply) => {
    const { body } = request;
    return record(
      request,
      reply,
      walletTopup,
      'wallets.topup',
      topupInput(body),
      ledgerKey(request.headers, body.reference_id),
    );
  });

  app.post('/wallets/bonus', { schema: bonusSchema, config: { access: workers } }, async (request, reply) => {
    const { body } = request;
    const key = ledgerKey(request.headers, body.reference_id);
    const input = bonusInput(body);
    const approver = await desk.adjustment({ request, operation: walletBonus.name, key }, input.asset, input.amount);
    return record(request, reply, approvedBy(walletBonus, approver), 'wallets.bonus', input, key);
  });

  app.post(
    '/wallets/spend',
    { schema: spendSchema, config: { access: ownOr(workers, { field: 'user_id' }) } },
    (request, reply) => {
      const { body } = request;
      return record(
        request,
        reply,
        walletSpend,
        'wallets.spend',
        spendInput(body),
        ledgerKey(request.headers, body.reference_id),
      );
    },
  );

  app.get('/wallets/:user_id/balance', { schema: balanceSchema, config: { access: themselves } }, async (request) => {
    const { ledgerId } = principalOf(request);
    const { user_id } = request.params;
    const { asset_code } = request.query;
    if (asset_code !== undefined) {
      const asset = await assetOf(assets, asset_code);
      const balance = await walletBalance(database, ledgerId, user_id, asset.id);
      if (balance === null) throw unknown(user_id);
      return { success: true as const, data: { user_id, asset_code, balance } };
    }
    const accounts = await walletAccounts(database, ledgerId, user_id);
    if (accounts === null) throw unknown(user_id);
    const balances = await withAssets(assets, accounts, ({ balance }, asset) => ({ asset_code: asset.code, balance }));
    return { success: true as const, data: { user_id, balances } };
  });

  app.get(
    '/wallets/:user_id/transactions',
    { schema: historySchema, config: { access: themselves } },
    async (request) => {
      const { asset_code, limit, cursor } = request.query;
      const data = await historyPage(services, {
        ledgerId: principalOf(request).ledgerId,
        customer: request.params.user_id,
        assetId: asset_code === undefined ? null : (await assetOf(assets, asset_code)).id,
        limit,
        cursor,
      });
      return { success: true as const, data };
    },
  );
}

const unknown = (customer: string): Problem => new Problem('WALLET_NOT_FOUND', { details: { customer } });
